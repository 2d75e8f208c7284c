"""The file for those who have Docker: a fixed image, a password that must be given, ports on this machine only."""

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]


def test_the_server_is_fixed_has_a_password_and_is_reached_from_here_only() -> None:
    services = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"]
    assert list(services) == ["neo4j"]
    server = services["neo4j"]
    assert re.fullmatch(r"neo4j:\d+\.\d+(\.\d+)?-community", server["image"])
    assert {port.rpartition(":")[0] for port in server["ports"]} == {"127.0.0.1:7474", "127.0.0.1:7687"}
    auth = server["environment"]["NEO4J_AUTH"]
    assert auth.startswith("neo4j/${NEO4J_PASSWORD:?"), "no password of ours, and none at all stops it"
    assert server["volumes"] == ["neo4j-data:/data"]
