"""The words that home pages of study groups are read by.

Countries, words of institutions, of meetings and of roles: facts, no code. All in lower case.
"""

from typing import Final

from coprod.text._words import word_set
from coprod.text.name_words import PARTICLES as _PARTICLES


def _names(text: str) -> frozenset[str]:
    """The names between the semicolons.

    Examples:
        >>> sorted(_names("cape verde; chad"))
        ['cape verde', 'chad']
    """
    return frozenset(" ".join(name.split()) for name in text.split(";"))


COUNTRIES: Final = _names(
    """
    afghanistan; albania; algeria; andorra; angola; argentina; armenia; australia; austria; azerbaijan; bahamas;
    bahrain; bangladesh; barbados; belarus; belgium; belize; benin; bhutan; bolivia; bosnia; bosnia & herzegovina;
    bosnia and herzegovina; botswana; brazil; brunei; bulgaria; burkina faso; burundi; cambodia; cameroon; canada;
    cape verde; chad; chile; china; colombia; congo; costa rica; croatia; cuba; cyprus; czech republic; czechia;
    côte d'ivoire; côte d’ivoire; denmark; dominican republic; ecuador; egypt; el salvador; england; eritrea;
    estonia; eswatini; ethiopia; faroe islands; fiji; finland; france; gabon; gambia; georgia; germany; ghana;
    great britain; greece; greenland; guatemala; guinea; guyana; haiti; honduras; hong kong; hungary; iceland;
    india; indonesia; iran; iraq; ireland; israel; italy; ivory coast; jamaica; japan; jordan; kazakhstan; kenya;
    korea; kosovo; kuwait; kyrgyz republic; kyrgyzstan; laos; latvia; lebanon; lesotho; liberia; libya;
    liechtenstein; lithuania; luxembourg; macao; macau; macedonia; madagascar; malawi; malaysia; maldives; mali;
    malta; mauritania; mauritius; mexico; moldova; monaco; mongolia; montenegro; morocco; mozambique; myanmar;
    namibia; nepal; netherlands; new zealand; nicaragua; niger; nigeria; north macedonia; northern ireland;
    norway; oman; pakistan; palestine; panama; papua new guinea; paraguay; people's republic of china; people’s
    republic of china; peru; philippines; poland; portugal; puerto rico; qatar; republic of ireland; republic of
    korea; republic of macedonia; republic of moldova; romania; russia; russian federation; rwanda; san marino;
    saudi arabia; scotland; senegal; serbia; serbia and montenegro; sierra leone; singapore; slovak republic;
    slovakia; slovenia; somalia; south africa; south korea; south sudan; spain; sri lanka; sudan; suriname;
    sweden; switzerland; syria; taiwan; tajikistan; tanzania; thailand; togo; trinidad and tobago; tunisia;
    turkey; turkmenistan; türkiye; u.k.; u.s.; u.s.a.; uae; uganda; uk; ukraine; united arab emirates; united
    kingdom; united states; united states of america; uruguay; us; usa; uzbekistan; vatican city; venezuela; viet
    nam; vietnam; wales; yemen; zambia; zimbabwe
    """
)
"""Names of countries in English, without "the"."""

REGIONS: Final = _names(
    """
    alabama; alaska; alberta; arizona; arkansas; bc; british columbia; ca; california; colorado; connecticut; ct;
    d.c; dc; delaware; district of columbia; fl; florida; hawaii; idaho; il; illinois; indiana; iowa; kansas;
    kentucky; louisiana; ma; maine; manitoba; maryland; massachusetts; md; mi; michigan; minnesota; mississippi;
    missouri; mn; montana; nc; nebraska; nevada; new brunswick; new hampshire; new jersey; new mexico; new south
    wales; new york; newfoundland; nj; north carolina; north dakota; nova scotia; nsw; ny; oh; ohio; oklahoma; on;
    ontario; oregon; pa; pennsylvania; qc; quebec; queensland; rhode island; saskatchewan; south australia; south
    carolina; south dakota; tasmania; tennessee; texas; tx; utah; va; vermont; victoria; virginia; wa; washington;
    west virginia; western australia; wi; wisconsin; wyoming
    """
)
"""States and provinces that follow the name of a city."""

INSTITUTION: Final = word_set(
    "academia academy agency association center centre city-hall college council department dept",
    "école faculty foundation haute hochschule hotel institut institute instituto institution kollegium",
    "laboratory ministry office parliament politecnico polytechnic school società society universidad",
    "universidade universitat università universitas universitat universität universiteit universitet universitetet",
    "akademie akademia académie centro centrum colegio colégio collège escola escuela fakultät fondation fondazione",
    "fundação fundación instytut institutet istituto ministère ministerio ministerium scuola stiftung zentrum",
    "université universities university univ univ. uniwersytet yliopisto hogeschool eth sciences",
)
"""Words of the names of institutions."""

SURNAMES_TOO: Final = word_set("campus chamber hall house ku lab palace po tu")
"""Words of the names of institutions that people are called, too: `Peter Hall`, `City Hall`."""

OF_HALLS: Final = word_set(
    "arts castle city concert convention county exhibition guild head health life main medical natural parliament",
    "royal senate state town trade union village white youth",
)
"""Words with which such a word names an institution or a building."""

GATHERING: Final = word_set(
    "assembly assemblies colloquia colloquium conference conferences congress congresses convention event events",
    "forum gathering gatherings meeting meetings panel panels roundtable roundtables round-table seminar seminars",
    "session sessions symposia symposium webinar webinars workshop workshops",
)
"""Words for meetings."""

HOSTS: Final = word_set("iias egpa ecpr ipsa nispacee")
"""Associations that have such groups."""

OF_HONOURS: Final = word_set(
    "award awards awarded awardee awardees keynote keynotes laureate laureates lecture lectures lecturer nominee",
    "nominees prize prizes recipient recipients speaker speakers winner winners",
)
"""Words for what is given to people, or given by them; a year beside one is no meeting."""

NO_PLACE: Final = (
    word_set(
        "a academic activities administration administrative africa america an and annual april asia august autumn",
        "biennial budgeting calls chair chairs citizen citizens civil committee comparative december democracy e",
        "economics english europe european february finance first fourth governance government group he human i in",
        "international issue issues it its january joint journal july june law local management march may methods",
        "monday network november october on online open organisation organization our panel paper papers participation",
        "permanent personnel phd policies policy political politics programme program public reform regional research",
        "review saturday science sciences second section september service services sg she social special spring",
        "standing studies study summer sunday the theme themes theory they third thursday topic topics track tuesday",
        "virtual we wednesday winter working world zoom teams general call next last previous there this that these",
        "friday psg rc wg day days east eu european-union",
    )
    | GATHERING
)
"""Words that no name of a place consists of, though they may be written with a capital."""

ROLES: Final = word_set(
    "chair chairs chairman chairmen chairperson chairpersons chairwoman chairwomen co-chair co-chairs cochair cochairs",
    "vice-chair vice-chairs vice-chairman vice-chairperson convenor convenors convener conveners co-convenor",
    "co-convenors co-convener co-conveners coordinator coordinators co-ordinator co-ordinators co-coordinator",
    "co-coordinators secretary secretaries secretary-general treasurer treasurers president presidents vice-president",
    "vice-presidents director directors co-director co-directors organiser organisers organizer organizers",
    "co-organiser co-organisers co-organizer co-organizers leader leaders head heads rapporteur rapporteurs",
    "facilitator facilitators editor editors webmaster moderator moderators representative representatives",
    "delegate liaison member members responsible founder founders contact contacts",
)
"""Words for what a person is in a group."""

ROLE_FILLERS: Final = word_set(
    "a acting advisory and assistant board bureau committee core current deputy elect executive former founding for",
    "general group group's honorary interim international junior main management managing media membership newsletter",
    "of officer officers outgoing past permanent person persons phd point programme program psg rc research scientific",
    "section senior sg social standing steering study team the vice website web wg working & / co communications",
    "local organising organizing student network newly elected",
)
"""Words that stand with words of roles."""

ACADEMIC: Final = word_set(
    "prof prof. professor dr dr. phd ph.d. ph.d assoc assoc. associate assistant asst asst. em em. emeritus emerita",
    "univ.-prof. habil. dr.habil. mr mr. mrs mrs. ms ms. sir dame ing. mag. doc. doc ir. drs. lecturer rndr. judr.",
    "mgr. phdr. csc. msc ma",
)
"""Titles before and behind names."""

PARTICLES: Final = _PARTICLES | {"und"}
"""Words in lower case inside the names of persons; `und` stands in those of noble families."""

_UNITS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        [*_UNITS, "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
         "eighteenth", "nineteenth", "twentieth", *[f"twenty-{unit}" for unit in _UNITS], "thirtieth"], start=1)
}  # fmt: skip
"""Words for the numbers of meetings."""

DEEDS: Final = word_set(
    "arranged carried chaired completed conducted contributed convened created edited gathered held hosted initiated",
    "issued launched led met offered organised organized participated prepared presented produced published ran",
    "released started welcomed",
)
"""Verbs in the past, of what groups and their people do."""
