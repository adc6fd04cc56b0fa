"""Who has an account, what is worth auditing, and what the server itself has to remember. Nothing of the register is kept here."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from habeas.web.permissions import Role

#: Roles that somebody with an account may have.
ROLES = tuple(role for role in Role if role is not Role.VISITOR)


class Accounts(BaseUserManager["Account"]):
    """All accounts."""

    def made(self, username: str, role: Role, password: str | None = None) -> Account:
        """A new account; without a password nobody can sign in to it yet."""
        account = Account(username=Account.normalize_username(username), role=role.value)
        account.set_password(password)
        account.save()
        return account


class Account(AbstractBaseUser):
    """Somebody who may sign in. `username` is the name under which entries are made; `role` one of ROLES."""

    username: models.CharField[str, str] = models.CharField(max_length=80, unique=True)
    role: models.CharField[str, str] = models.CharField(max_length=20)
    is_active: models.BooleanField[bool, bool] = models.BooleanField(default=True)
    made_at: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[Accounts] = Accounts()
    USERNAME_FIELD = "username"

    def __str__(self) -> str:
        return self.username


class Kept(models.Model):
    """What the server keeps from one start to the next, such as the key that signs sessions."""

    name: models.CharField[str, str] = models.CharField(max_length=40, primary_key=True)
    value: models.CharField[str, str] = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name


class Audited(models.Model):
    """One thing worth auditing: when, what, who did it to whom (None = nobody known), from which address."""

    at: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now_add=True)
    what: models.CharField[str, str] = models.CharField(max_length=60)
    who: models.CharField[str | None, str | None] = models.CharField(max_length=80, null=True)
    whom: models.CharField[str | None, str | None] = models.CharField(max_length=80, null=True)
    address: models.CharField[str, str] = models.CharField(max_length=45)

    class Meta:
        """Latest first."""

        ordering: ClassVar[list[str]] = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.at} {self.what}"
