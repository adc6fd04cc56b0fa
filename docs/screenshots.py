"""The pictures of the pages in README and docs, made again: `python docs/screenshots.py [FOLDER]` (docs/images unless given).

Needs the development set-up (`make check` makes it) and a Chromium. Everybody shown is invented, but for the published figures, which are
those of the bundled case.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from importlib import resources
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from habeas.kernel.days import Day
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import new_register
from habeas.sources.capture import About
from habeas.tour.invented import invented_country
from habeas.web.serving import answering

_LARGEST = 150_000
#: File name, address, width and height of the window in pixels, and the part of the page that has to be in sight, None = its beginning.
COUNTRY = (
    ("front", "/?on=2024-07-10", 1100, 950, None),
    ("front-phone", "/?on=2024-07-10", 390, 844, None),
    ("people", "/people/?on=2024-07-10&recognised_by=Lantern", 1100, 800, None),
    ("figures", "/figures/?on=2024-07-10", 1100, 900, None),
    ("bridge", "/figures/bridge/?on=2024-07-10", 1100, 700, "table.sum"),
)
CASE = (("published", "/figures/published/", 1000, 580, ".beside-picture"),)


def main() -> int:
    """Make them; 1 where one is larger than a page should carry."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / "images")
    folder.mkdir(parents=True, exist_ok=True)
    figures = resources.files("habeas.tour").joinpath("case", "figures_2025.jsonl").read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-background-networking"]
        )
        made = [*photographed(browser, invented_country().jsonl(), True, COUNTRY, folder)]
        made += photographed(browser, figures, False, CASE, folder)
        browser.close()
    large = [path for path in made if path.stat().st_size > _LARGEST]
    for path in made:
        sys.stdout.write(f"{path}: {path.stat().st_size:,} bytes{' (too large)' if path in large else ''}\n")
    return 1 if large else 0


def photographed(
    browser: Browser,
    claims: str,
    invented: bool,
    wanted: tuple[tuple[str, str, int, int, str | None], ...],
    folder: Path,
) -> list[Path]:
    """Pictures of pages over a register of these claims."""
    made = []
    with tempfile.TemporaryDirectory() as work:
        lines = Path(work) / "claims.jsonl"
        lines.write_text(claims, "utf-8")
        with new_register(str(Path(work) / "r.habeas"), invented=invented) as register:
            import_claims(register, str(lines), About(Day.unknown()), Wish())
            with answering(register) as origin:
                for name, address, width, height, sight in wanted:
                    page = browser.new_page(viewport={"width": width, "height": height})
                    page.goto(origin + address)
                    if sight is not None:
                        page.evaluate("where => document.querySelector(where).scrollIntoView()", sight)
                    page.wait_for_load_state("networkidle")
                    made.append(folder / f"{name}.png")
                    page.screenshot(path=made[-1])
                    page.close()
    return made


if __name__ == "__main__":
    raise SystemExit(main())
