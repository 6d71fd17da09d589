"""Words that stand in names: of groups, particles, suffixes, degrees."""

from typing import Final

from coprod.text._words import word_set


def in_all_cases(words: frozenset[str]) -> frozenset[str]:
    """The words in lower case, capitalised and in capitals, each also with a full stop.

    Examples:
        >>> sorted(in_all_cases(frozenset(("dept",))))
        ['DEPT', 'DEPT.', 'Dept', 'Dept.', 'dept', 'dept.']
    """
    cased = frozenset(form for word in words for form in (word, word.capitalize(), word.upper()))
    return cased | frozenset(form + "." for form in cased)


GROUP_WORDS: Final = in_all_cases(
    word_set(
        "academies academy administration affairs agency agriculture alliance american assoc association authority",
        "authors center centers centre centres clinic clinical coalition collaboration collaborative collaborators",
        "college comm commission committee community conference conservancy consortium convention cooperative",
        "corporation council department departments dept development directorate division economics editors education",
        "engineers enterprises environment european faculty federal federation forestry forum foundation fund global",
        "gmbh government group groups health hospital hospitals inc initiative inst institut institute institutes",
        "institution instituto international investigators journal laboratories laboratory libraries library ltd ltda",
        "management medical medicine minist ministerio ministry museum national nations network networks office",
        "organisation organization panel participants partnership planning plc policy program programme project",
        "protection public publicat research researchers resources school science sciences secretariat section",
        "services societies society statistics studies subcommittee survey taskforce team technology trial trialists",
        "trust unit united universidad universidade universitat universite université universität universities",
        "university univ welfare workgroup working world",
    )
)
"""Words that hardly any person is called; Bank, Board, Bureau, Company and Service are surnames too."""

LINK_WORDS: Final = frozenset(("of", "for", "the", "and", "&", "null"))
"""Words that, in lower case, stand in names of groups only. Zotero writes `null` for a given name that is missing."""

NOT_IN_A_PERSON: Final = GROUP_WORDS | LINK_WORDS

PARTICLES: Final = word_set(
    "af al av bin da dal das de degli dei del della den der des di do dos du e el ibn la las le lo los",
    "san ten ter van vom von y zu zum zur 't ’t",
)
"""Words in lower case that belong to a family name."""

GENERATIONS: Final = word_set("Jr Jr. jr jr. Sr Sr. sr. III 2nd 3rd 4th")
"""Suffixes that are no initials: `Smith, JR` is a J. R. Smith, `Ivanov, IV` an I. V. Ivanov."""

SUFFIXES: Final = GENERATIONS | word_set("JR JR. SR. II IV 2nd. 3rd. Esq Esq.")
"""What tells persons of one name apart."""

DEGREES: Final = word_set("MD M.D. PhD Ph.D Ph.D. MSc MPH RN DDS Dr Dr. Prof Prof. SJ S.J.")
"""Degrees and titles behind a name, the ones that data bases write."""

MORE_DEGREES: Final = word_set(
    "BA B.A. BN BS BSc B.Sc. BSN DBA DMD DNP DPhil D.Phil. DPH DrPH DSc D.Sc. DVM EdD Ed.D. FRCP FRS JD J.D. LLB LLM",
    "MA M.A. MBA M.B.A. MBBS MEd M.Ed. MHA MPA MPH MPhil M.Phil. MPP MS M.S. MSN M.Sc. MSW PharmD PsyD Psy.D. ScD",
    "OBE CBE MBE",
)
"""Degrees that pages print; some of them are initials elsewhere."""

ALL_SUFFIXES: Final = SUFFIXES | DEGREES | MORE_DEGREES
"""Whatever stands behind a name and is no part of it."""

EDITOR_MARKS: Final = word_set("Ed Ed. ed. Eds Eds. eds. (Ed.) (Eds.)")

NO_NAMES: Final = in_all_cases(word_set("al alii others none null na n/a undefined"))
"""Words of texts that stand where a name is missing."""

COUNTRIES: Final = word_set("EU UAE UK UN US USA")
"""What ends the name of a group ("Cancer Research UK") as initials end that of a person."""
