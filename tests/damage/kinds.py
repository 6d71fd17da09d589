"""A list of kinds of damage that a module fills with a decorator.

In: functions that edit a `Draft`. Out: `Kind`s, each under the name of its function, in the order of the module.
"""

from collections.abc import Callable

from tests.damage.variants import Draft, Kind

Edit = Callable[[Draft], None]


class Kinds(list[Kind]):
    """Kinds of damage, in order."""

    def of(self, group: str, *, destroys: bool = False) -> Callable[[Edit], Edit]:
        """A decorator that adds a kind: `er_missing` becomes `er missing`."""

        def add(edit: Edit) -> Edit:
            self.append(Kind(edit.__name__.replace("_", " "), edit, group, destroys))
            return edit

        return add
