"""The password of somebody's own server: from the environment, a file, or the keyring of the system; never an argument.

The keyring is optional (`pip install graphbuilder[keyring]`); without it, or where the system has none, nothing is asked of it.
"""

from types import ModuleType

from graphbuilder.config import Settings
from graphbuilder.errors import SettingsError

_LONGEST = 10_000
"""Signs that are read of a file that holds a password."""


def find_password(uri: str, settings: Settings) -> str:
    """Return the password for `uri`: NEO4J_PASSWORD, else NEO4J_PASSWORD_FILE, else what `neo4j login` kept, else none.

    Raises:
        SettingsError: The file cannot be read.
    """
    given = settings.neo4j_password.get_secret_value()
    if given:
        return given
    if settings.neo4j_password_file is not None:
        try:
            with settings.neo4j_password_file.open(encoding="utf-8") as file:  # which may be a device without end
                return file.read(_LONGEST).strip()
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is no text"
            raise SettingsError(
                f"NEO4J_PASSWORD_FILE {settings.neo4j_password_file} cannot be read: {reason}"
            ) from error
    keyring = _keyring()
    if keyring is None:
        return ""
    from keyring.errors import KeyringError  # noqa: PLC0415 - optional

    try:
        return keyring.get_password(_service(uri), settings.neo4j_user) or ""
    except KeyringError:
        return ""


def keep_password(uri: str, user: str, password: str) -> None:
    """Keep a password in the keyring of the system.

    Raises:
        SettingsError: There is no keyring here.
    """
    keyring = _keyring()
    if keyring is None:
        raise SettingsError(
            "passwords can be kept with `pip install graphbuilder[keyring]`; or set NEO4J_PASSWORD or NEO4J_PASSWORD_FILE"
        )
    from keyring.errors import KeyringError  # noqa: PLC0415 - optional

    try:
        keyring.set_password(_service(uri), user, password)
    except KeyringError as error:
        raise SettingsError(
            f"this system has no keyring that can be used ({error}); set NEO4J_PASSWORD or NEO4J_PASSWORD_FILE"
        ) from error


def _service(uri: str) -> str:
    return f"graphbuilder {uri}"


def _keyring() -> ModuleType | None:
    try:
        import keyring  # noqa: PLC0415 - optional
    except ImportError:
        return None
    return keyring
