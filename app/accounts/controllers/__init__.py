"""The pages of this room."""

from app.accounts.controllers.account import AccountController
from app.accounts.controllers.addresses import AddressController, ConfirmationController
from app.accounts.controllers.needs import NeedsController
from app.accounts.controllers.own_data import ErasureController, OwnDataController
from app.accounts.controllers.passwords import ForgottenPasswordController, PasswordController
from app.accounts.controllers.sign_in import SignInController, SignOutController
from app.accounts.controllers.sign_up import SignUpController
from app.accounts.controllers.terms import TermsController

ROUTES = [
    SignUpController,
    SignInController,
    SignOutController,
    ForgottenPasswordController,
    PasswordController,
    ConfirmationController,
    AccountController,
    AddressController,
    NeedsController,
    OwnDataController,
    ErasureController,
    TermsController,
]
