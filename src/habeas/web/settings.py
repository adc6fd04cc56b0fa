"""Django's settings, made in code: nothing is read from a settings module or the environment."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def settings(hosts: list[str]) -> dict[str, Any]:
    """For a process that serves one register. `hosts` are the names it answers to."""
    return {
        "DEBUG": False,
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": hosts,
        "ROOT_URLCONF": "habeas.web.urls",
        "INSTALLED_APPS": ["django.contrib.staticfiles"],
        "MIDDLEWARE": [
            "habeas.web.headers.Headers",
            "whitenoise.middleware.WhiteNoiseMiddleware",
            "django.middleware.common.CommonMiddleware",
            "habeas.web.limits.Limits",
            "django.middleware.csrf.CsrfViewMiddleware",
            "habeas.web.faults.Faults",
        ],
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [HERE / "templates"],
                "OPTIONS": {"builtins": ["habeas.web.words"]},
            }
        ],
        "STATIC_URL": "/static/",
        "STATICFILES_DIRS": [HERE / "static"],
        "WHITENOISE_USE_FINDERS": True,
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "LANGUAGE_CODE": "en-gb",
        "USE_I18N": False,
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_FAILURE_VIEW": "habeas.web.expired.expired",
        "LOGGING_CONFIG": None,
        "DATA_UPLOAD_MAX_MEMORY_SIZE": 5 * 2**20,
        # a list may have hundreds of columns, each with several fields of its mapping
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": 10_000,
    }
