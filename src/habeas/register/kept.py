"""Files kept beside a register in `REG.cache/`. A register with a passphrase keeps nothing on disk, and neither does a PostgreSQL one."""

from __future__ import annotations

from pathlib import Path

from habeas.register.opened import Register


def cache_file(register: Register, name: str) -> Path | None:
    """Where a derived answer may be kept; None = this register keeps none on disk."""
    return cache_folder(register) / name if may_keep(register) else None


def cache_folder(register: Register) -> Path:
    """The folder of derived answers, there or not."""
    return Path(f"{register.path}.cache")


def may_keep(register: Register) -> bool:
    """Whether derived answers may be kept on disk."""
    return register.keeps_cache and not register.store.read_only and "://" not in register.path


def keep(path: Path, content: bytes) -> None:
    """Best effort: a cache that cannot be written costs time, nothing else."""
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        draft = path.with_suffix(".new")
        draft.write_bytes(content)
        draft.rename(path)
    except OSError:
        return
