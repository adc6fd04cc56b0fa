"""Account pages, all under /account/. Of allauth's pages only those that are of use here are reachable."""

from __future__ import annotations

from allauth.account import views as sign_in
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.usersessions import views as sessions
from django.urls import path

from habeas.web.accounts import people, views

urlpatterns = [
    path("", views.own, name="account"),
    path("first/", views.first, name="account-first"),
    path("welcome/<int:number>/<str:token>/", views.welcome, name="account-welcome"),
    path("people/", people.people, name="account-people"),
    path("people/<int:number>/role/", people.role, name="account-role"),
    path("people/<int:number>/disable/", people.disable, name="account-disable"),
    path("people/<int:number>/enable/", people.enable, name="account-enable"),
    path("people/<int:number>/renew/", people.renew, name="account-renew"),
    path("audit/", people.audit_list, name="account-audit"),
    # the names are those by which allauth's pages know each other
    path("sign-in/", sign_in.login, name="account_login"),
    path("sign-in/code/", second_factor.authenticate, name="mfa_authenticate"),
    path("sign-out/", sign_in.logout, name="account_logout"),
    path("inactive/", sign_in.account_inactive, name="account_inactive"),
    path("password/", sign_in.password_change, name="account_change_password"),
    path("confirm/", sign_in.reauthenticate, name="account_reauthenticate"),
    path("confirm/code/", second_factor.reauthenticate, name="mfa_reauthenticate"),
    path("second-factor/", views.own, name="mfa_index"),
    path("second-factor/set-up/", totp.activate_totp, name="mfa_activate_totp"),
    path("second-factor/picture.svg", views.qr, name="account-qr"),
    path("second-factor/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("second-factor/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("second-factor/codes/new/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("sessions/", sessions.list_usersessions, name="usersessions_list"),
]
