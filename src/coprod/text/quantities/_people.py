"""Which nouns name people, and which the other units that a study can sample.

In: a noun in small letters. Out: whether it is one. Every word stands once here: an ending tells most nouns for people,
an ending tells most of those that only look so, and the lists hold what no ending tells.
"""

from typing import Final

from coprod.text._words import word_set
from coprod.text.quantities._vocabulary import CONTENTS, DESIGN, SETTINGS

_ENDINGS: Final = ("ers", "ors", "ists", "ants", "ents", "ees", "ians", "officials", "managers", "fathers", "people")
_THINGS: Final = ("ments", "meters", "metres", "liters", "litres")
"""Endings of words such as `treatments`, which name no people."""

_PEOPLE: Final = word_set(
    "adult adults advocates americans apprentices associates athletes boys candidates chiefs child children",
    "citizens classmates clerks coaches colleagues cooks couples delegates dyads europeans experts families females",
    "freshmen girls graduates guests guides husbands individuals inmates judges magistrates males man men midwives",
    "monks neonates newborns novices nuns nurses offspring orphans patient person persons playmates police",
    "postgraduates professionals pupils relatives roommates scholars siblings spouses staff teammates teens twins",
    "undergraduates veterans widows wives woman women youths",
)
"""Nouns for people that their endings do not tell."""

_NOT_PEOPLE: Final = word_set(
    "accelerators accents accidents actuators agents anchors answers antioxidants behaviors biomarkers boilers",
    "boosters borders buffers burners calculators cancers capacitors cents chambers classifiers coefficients colors",
    "committees computers conductors constants containers contents cookers coolants corridors counters crescents",
    "currents cylinders decoders descriptors detectors disorders doors elevators encoders errors estimators events",
    "feeders fees fevers fibers filters floors flowers freezers generators giants gradients grants hangers",
    "incidents ingredients inhibitors knees ladders lasers letters lubricants matters mirrors motors mutants",
    "newspapers numbers nutrients operators orders oscillators parsers patents percents pollutants polymers posters",
    "powers primers processors quarters reactors reagents receptors refrigerators registers rents resistors",
    "resonators restaurants rivers routers scents sectors semiconductors servers simulators solvers superconductors",
    "surfactants talents tensors tents theaters torrents towers trackers transformers transistors tumblers tumors",
    "ulcers variants vectors vents",
)
"""Nouns with the endings of people's names that name no people."""

_UNITS: Final = word_set(
    "animals articles banks birds businesses cases cities classes classrooms clinics communities companies counties",
    "countries districts documents dogs drivers enterprises farms firms groups hospital hospitals households images",
    "initiatives mice municipalities neighborhoods neighbourhoods ngos nonprofit nonprofits observations",
    "organisations organizations papers plants plots posts practices programmes programs projects provinces",
    "publications rats records regions reports responses samples school schools sites smes specimens states studies",
    "teams towns transcripts trees trials tweets universities villages wards",
)
"""Nouns for the other units that a study can sample: places, bodies, animals, texts."""

_NO_PEOPLE: Final = _NOT_PEOPLE | _UNITS | DESIGN | SETTINGS | CONTENTS


def is_person(noun: str) -> bool:
    """Whether the noun looks like one for people.

    Examples:
        >>> is_person("bakers"), is_person("mayors"), is_person("treatments"), is_person("schools")
        (True, True, False, False)
    """
    return noun in _PEOPLE or (noun.endswith(_ENDINGS) and not noun.endswith(_THINGS) and noun not in _NO_PEOPLE)


def is_population(noun: str) -> bool:
    """Whether the noun names people, or units that a study can sample.

    Examples:
        >>> is_population("bakers"), is_population("schools"), is_population("treatments")
        (True, True, False)
    """
    return noun in _UNITS or is_person(noun)
