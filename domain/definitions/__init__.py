"""The published definitions, one file each.

A file of this folder that declares `DEFINITION` is a definition; there is no list to keep.
"""

from importlib import import_module
from pkgutil import iter_modules

from domain.rules.definition import Definition


def _declared() -> tuple[Definition, ...]:
    """Collect the declarations, oldest first, and refuse two of the same name."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    declared: list[Definition] = [module.DEFINITION for module in modules]
    declared.sort(key=lambda definition: (definition.year, definition.report_place))
    if len({definition.id for definition in declared}) < len(declared):
        raise ValueError("two definitions have the same id")
    return tuple(declared)


DEFINITIONS = _declared()
DEFINITION_NAMED = {definition.id: definition for definition in DEFINITIONS}
