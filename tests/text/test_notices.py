"""Notices around an abstract."""

from time import process_time

import pytest

from coprod.text.notices import begins_rights, is_notice, without_notices

ANYWHERE = [
    "The Author(s).",
    "The Author(s), under exclusive licence to a publisher.",
    "Re-use permitted under CC BY-NC.",
    "No commercial re-use.",
    "See rights and permissions.",
    "However, users may print articles for individual use.",
    "[Author Abstract]",
    "This is an open access article under the CC BY license.",
    "Open access article distributed under a Creative Commons licence.",
    "Systematic review registration PROSPERO CRD1.",
    "Trial registration: ISRCTN00000000.",
    "Registered at ClinicalTrials.gov (NCT00000000).",
    "Registered 3 May 2019.",
    "ClinicalTrials.gov identifier: NCT00000000.",
    "ClinicalTrials.gov number, NCT00000000.",
    "ClinicalTrials.gov, number 12345.",
    "PROSPERO CRD42000000000.",
    "PROSPERO 42000000000.",
    "ISRCTN00000000, registered 3 May 2019.",
    "ACTRN12600000000000.",
    "EudraCT 2000-000000-00.",
    "OSF: osf.io/ab1cd.",
    "Supplementary data are available at Example online.",
    "The online version contains supplementary material.",
    "Please see later in the article for the Editors' Summary.",
    "DOI: 10.1000/1",
    "© 2020 Example Press.",
    "Copyright: © 2020 Example Press.",
    "(Copyright applies to all abstracts.)",
]

AT_THE_END = [
    "Example Periodicals LLC.",
    "Published by Example Press.",
    "Published online 3 May 2020.",
    "Funded by the Example Trust (grant 12) and others.",
    "(Funded by the Example Trust; ClinicalTrials.gov number, NCT00000000.)",
    "Funding: none was received.",
    "Funding Example Trust.",
    "Registration: none.",
    "Keywords: trust, mayors.",
    "KEYWORDS trust; mayors",
    "Level of evidence: IV.",
    "Conflict of interest: none.",
    "Conflict of interest - the authors declare none.",
    "Competing interests: A was paid for 3 talks.",
    "Funding: this work was supported by 2 trusts.",
    "Funding – Example Trust – grant 12.",
    "Conflicts of interest statement The authors declare that they have none.",
    "The authors declare no conflicts of interest.",
]

OF_THE_PAPER = [
    "Registered nurses slept less.",
    "Registered in 12 towns, most voters were old.",
    "Registration of voters rose by 12%.",
    "Funding fell by a fifth.",
    "Funded by gifts, clinics stayed open.",
    "Funding for schools is scarce.",
    "Supplementary oxygen helped.",
    "Supplementary feeding is available in few towns.",
    "Publishers raised their fees.",
    "Published online, reviews were read more.",
    "Published by the state, textbooks cost less.",
    "Copyright law reduced copying.",
    "Keyword searches were rare.",
    "Keywords in titles, texts and notes differ.",
    "Level of evidence was low in most reviews.",
    "Conflicts of interest were common.",
    "Open access articles were read more.",
    "Prospero and Ariel are spirits.",
    "ClinicalTrials.gov listed 400 trials.",
    "PsycINFO had 30 studies.",
    "Licensees grew in number.",
    "Users may print more.",
    "The authors agree.",
    "(c) Trust rose.",
    "Permission was rarely asked.",
    "Clinical trials 12 (of 30) failed.",
    "Registered clinical trials failed in 5 of 9 towns.",
    "Registration of clinical trials rose by 12%.",
    "OSF 12.",
    "12345678, a row of digits.",
    "NCT00000000, a trial in 30 towns, failed.",
    "Competing interests - of towns and states - collide in 5 of 9 cases.",
    "Funding — for schools and clinics — falls each year.",
    "Funding: 12 of 30 trusts closed.",
    "Registration: it rose by 12 per cent.",
    "Distributed under a shade, seedlings lived.",
]


@pytest.mark.parametrize("sentence", ANYWHERE)
def test_notices(sentence: str) -> None:
    """What publishers and databases add to an abstract is known by its form, wherever it stands."""
    assert is_notice(sentence)


@pytest.mark.parametrize("sentence", AT_THE_END)
def test_notices_at_the_end(sentence: str) -> None:
    """What could be a heading within a text is a notice only where no statement follows."""
    assert is_notice(sentence, is_last=True)
    assert without_notices(["Trust rose.", sentence]) == 1
    assert without_notices([sentence, "Trust rose."]) == 2


@pytest.mark.parametrize("sentence", OF_THE_PAPER)
def test_the_first_word_is_not_enough(sentence: str) -> None:
    """A paper may be about what notices speak of."""
    assert not is_notice(sentence, is_last=True)


def test_nothing_behind_rights_counts() -> None:
    """A statement of rights ends a text, unless it stands at its begin."""
    assert without_notices(["Trust rose.", "© 2020 Example Press.", "It may be printed."]) == 1
    assert without_notices(["© 2020 Example Press.", "Trust rose."]) == 2
    assert begins_rights("Copyright © 2020")


@pytest.mark.parametrize("piece", ["a ", "A ", "Funding ", "Funded by A ", "registration ", "(", "Press, ", "doi"])
@pytest.mark.timing
def test_time_is_linear(piece: str) -> None:
    """A sentence of a hundred thousand characters takes less than two seconds."""
    start = process_time()
    for begin in ("", "Funded by ", "Keywords: ", "Registration "):
        is_notice(begin + piece * (100_000 // len(piece)), is_last=True)
    assert process_time() - start < 2
