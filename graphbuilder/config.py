"""Settings: frozen, from graphbuilder.toml and the environment. Read by cli and pipeline only.

The environment wins over the file. Names are GRAPHBUILDER_DATA_FOLDER and so on; for a server of one's own the driver's usual
NEO4J_URI, NEO4J_USERNAME (or NEO4J_USER), NEO4J_PASSWORD or NEO4J_PASSWORD_FILE, and NEO4J_DATABASE.
"""

from pathlib import Path

from platformdirs import user_cache_path, user_data_path
from pydantic import AliasChoices, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from graphbuilder.errors import SettingsError, did_you_mean

FILE_NAME = "graphbuilder.toml"


class Settings(BaseSettings):
    """All settings, with defaults that work on a fresh machine."""

    model_config = SettingsConfigDict(
        env_prefix="GRAPHBUILDER_", toml_file=FILE_NAME, frozen=True, extra="forbid", populate_by_name=True
    )

    data_folder: Path = Field(default_factory=lambda: user_data_path("graphbuilder"))
    """Where the private Neo4j and the workspaces live."""
    cache_folder: Path = Field(default_factory=lambda: user_cache_path("graphbuilder"))
    """Where downloaded files live that can be had again."""
    model: str | None = None
    """A spaCy model to use instead of the one that is found."""
    neo4j_uri: str | None = Field(default=None, validation_alias=AliasChoices("neo4j_uri"))
    neo4j_user: str = Field(default="neo4j", validation_alias=AliasChoices("neo4j_username", "neo4j_user"))
    neo4j_password: SecretStr = Field(default=SecretStr(""), validation_alias=AliasChoices("neo4j_password"))
    neo4j_password_file: Path | None = Field(default=None, validation_alias=AliasChoices("neo4j_password_file"))
    """A file that holds nothing but the password (how containers hand one over)."""
    neo4j_database: str | None = Field(default=None, validation_alias=AliasChoices("neo4j_database"))

    @field_validator("data_folder", "cache_folder", "neo4j_password_file")
    @classmethod
    def _check_path(cls, path: Path | None) -> Path | None:
        if "\x00" in str(path):
            raise ValueError("no path holds the sign NUL")
        return path

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read arguments, then the environment, then the file in the current folder."""
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings() -> Settings:
    """Return the settings.

    Raises:
        SettingsError: A value that makes no sense, or a name that is no setting.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            hint = did_you_mean(name, Settings.model_fields) or f" there are {', '.join(Settings.model_fields)}"
            raise SettingsError(f"{FILE_NAME}: there is no setting {name};{hint}") from error
        raise SettingsError(
            f"{FILE_NAME} or the environment: {name}: {first['msg'].removeprefix('Value error, ')}"
        ) from error
    except (ValueError, RecursionError) as error:  # the second from brackets thousands deep
        raise SettingsError(f"{FILE_NAME} cannot be read: {error}") from error
