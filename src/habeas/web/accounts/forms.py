"""What is typed to make an account or to choose a password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.validators import UnicodeUsernameValidator

from habeas.web.accounts.models import ROLES, Account

_NEW = forms.PasswordInput(attrs={"autocomplete": "new-password"})


class NewPassword(forms.Form):
    """A password, typed twice. `account`: whose it will be; it may not be like their name."""

    password = forms.CharField(
        label="Password", widget=_NEW, help_text="At least 12 characters; a sentence is easiest to keep."
    )
    again = forms.CharField(label="The same again", widget=_NEW)

    def __init__(self, *args: Any, account: Account | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._account = account

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError where the two differ or the password is weak."""
        typed = super().clean() or {}
        if typed.get("password") and typed.get("again"):
            if typed["password"] != typed["again"]:
                self.add_error("again", "The two differ; type the same twice.")
            else:
                try:
                    validate_password(typed["password"], self._account or Account(username=typed.get("name", "")))
                except forms.ValidationError as error:
                    self.add_error("password", error)
        return typed


class NewName(forms.Form):
    """The name of a new account, which nobody else has."""

    name = forms.CharField(
        label="Name", max_length=80, validators=[UnicodeUsernameValidator()], widget=forms.TextInput(attrs={"autocomplete": "username"}),
        help_text="Entries are made under it; it stays in the accounts file and is never published.",
    )  # fmt: skip

    def clean_name(self) -> str:
        """Raises ValidationError where somebody has it, or one that differs by capitals only."""
        name: str = Account.normalize_username(self.cleaned_data["name"].strip())
        if Account.objects.filter(username__iexact=name).exists():
            raise forms.ValidationError("Somebody has this name; choose another.")
        return name


class FirstAccount(NewPassword, NewName):
    """The operator's own."""

    field_order = ("name", "password", "again")


class NewAccount(NewName):
    """Somebody else's, made by an operator."""

    role = forms.ChoiceField(label="Role", choices=[(role.value, role.value) for role in ROLES])


class NewRole(forms.Form):
    """Another role for somebody."""

    role = forms.ChoiceField(label="Role", choices=[(role.value, role.value) for role in ROLES])
