"""Django's settings, made in code: nothing is read from a settings module or the environment."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
#: Seconds after which somebody has to sign in again.
SIGNED_IN_FOR = 12 * 3600


def settings(hosts: list[str], *, behind_https: bool = False) -> dict[str, Any]:
    """For a process that serves one register. `hosts` are the names it answers to. `behind_https`: browsers reach it through https alone."""
    return {
        "DEBUG": False,
        "SECRET_KEY": secrets.token_urlsafe(50),  # until the accounts give the one they keep
        "ALLOWED_HOSTS": hosts,
        "ROOT_URLCONF": "habeas.web.urls",
        "INSTALLED_APPS": [
            "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.staticfiles", "allauth",
            "allauth.account", "allauth.mfa", "allauth.usersessions", "habeas.web.accounts",
        ],
        "DATABASES": {"default": {"ENGINE": "habeas.web.accounts_db", "NAME": "accounts", "CONN_MAX_AGE": None, "OPTIONS": {"transaction_mode": "IMMEDIATE"}}},
        "MIDDLEWARE": [
            "habeas.web.headers.Headers",
            "whitenoise.middleware.WhiteNoiseMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "habeas.web.limits.Limits",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "habeas.web.accounts.guard.Guard",
            "habeas.web.faults.Faults",
            "allauth.account.middleware.AccountMiddleware",
        ],
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [HERE / "templates"],
                "OPTIONS": {
                    "builtins": ["habeas.web.words"],
                    "context_processors": ["django.template.context_processors.request", "habeas.web.frame.frame"],
                },
            }
        ],
        "STATIC_URL": "/static/",
        "STATICFILES_DIRS": [HERE / "static"],
        "WHITENOISE_USE_FINDERS": True,
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "LANGUAGE_CODE": "en-gb",
        "USE_I18N": False,
        "LOGGING_CONFIG": None,
        "DATA_UPLOAD_MAX_MEMORY_SIZE": 5 * 2**20,
        # a list may have hundreds of columns, each with several fields of its mapping
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": 10_000,
        **_cookies(behind_https),
        **_SIGN_IN,
    }  # fmt: skip


def _cookies(behind_https: bool) -> dict[str, Any]:
    """Set on signing in and by forms, and never by a reading page."""
    return {
        "SESSION_COOKIE_AGE": SIGNED_IN_FOR,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": behind_https,
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_COOKIE_SECURE": behind_https,
        "CSRF_FAILURE_VIEW": "habeas.web.expired.expired",
    }


_SIGN_IN: dict[str, Any] = {
    "AUTH_USER_MODEL": "accounts.Account",
    "AUTHENTICATION_BACKENDS": ["django.contrib.auth.backends.ModelBackend"],
    "AUTH_PASSWORD_VALIDATORS": [
        {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ["username"]}},
        {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
        {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
        {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    ],
    "LOGIN_URL": "/account/sign-in/",
    "LOGIN_REDIRECT_URL": "/account/",
    "ACCOUNT_LOGOUT_REDIRECT_URL": "/",
    "ACCOUNT_ADAPTER": "habeas.web.accounts.adapter.AccountAdapter",
    "ACCOUNT_EMAIL_VERIFICATION": "none",
    "ACCOUNT_LOGIN_METHODS": {"username"},
    "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
    "ACCOUNT_USER_MODEL_EMAIL_FIELD": None,
    "ACCOUNT_SESSION_REMEMBER": False,
    "ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE": False,
    # tries of codes; those of passwords are slowed down by the adapter
    "ACCOUNT_RATE_LIMITS": {"login_failed": "5/m/key"},
    "MFA_TOTP_ISSUER": "Habeas",
    "MFA_ALLOW_UNVERIFIED_EMAIL": True,
    "MFA_SUPPORTED_TYPES": ["totp", "recovery_codes"],
    "MFA_TOTP_TOLERANCE": 1,
    "PASSWORD_RESET_TIMEOUT": 3 * 24 * 3600,
}  # fmt: skip
