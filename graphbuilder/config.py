"""Settings: frozen, from graphbuilder.toml and the environment. Read by cli and pipeline only."""
