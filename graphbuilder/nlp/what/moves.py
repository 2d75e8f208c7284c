"""Moves: hangs a token of a tree on another head. It must not know why."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuilder.nlp.what.tree import Tree


def move(tree: "Tree", index: int, head: int, dep: str) -> None:
    """Hang a token on another head."""
    if tree.head[index] != index:
        tree.kids[tree.head[index]].remove(index)
    tree.head[index], tree.dep[index] = head, dep
    if head != index:
        tree.kids[head].append(index)
        tree.kids[head].sort()
