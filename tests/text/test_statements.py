"""Kinds of statements."""

from time import process_time

import pytest

from coprod.text.statements import kind_of, speaks_of_paper

PROSE = [
    ("The findings reveal that trust rose.", "result"),
    ("Using a survey of 90 cities, we find that trust rose.", "result"),
    ("Our results show a rise of trust.", "result"),
    ("It was found that trust rose.", "result"),
    ("We did not find that trust rose.", "result"),
    ("Using two surveys, we could not detect a change of trust.", "result"),
    ("No difference between towns and villages was observed.", "result"),
    ("There was no evidence of a decline.", "result"),
    ("There was a significant drop in turnout.", "result"),
    ("Wealth did not predict turnout.", "result"),
    ("Turnout was not related to wealth.", "result"),
    ("Reforms had no lasting effect on turnout.", "result"),
    ("A poll is old, and a survey of 1,250 mayors showed that few sleep.", None),
    ("A survey of 1,250 mayors showed that few sleep.", "result"),
    ("Four barriers to change were identified.", "result"),
    ("Two profiles emerged.", "result"),
    ("Mayors slept longer (p < .05).", "result"),
    ("Clerks slept longer (OR = 1.4, 95% CI 1.1-1.8).", "result"),
    ("Significance was set at p < .05.", None),
    ("A recent survey of mayors showed that few sleep.", None),
    ("Past work found no effect of wealth.", None),
    ("Studies of wealth have found no effect.", None),
    ("No data were collected at night.", None),
    ("There was a mayor in each town.", None),
    ("Two archives were identified.", None),
    ("We did not ask children.", None),
    ("A model was fitted to test whether wealth and turnout were related to trust.", None),
    ("We did not vary the dose.", None),
    ("For safety, we deliberately did not change the diet.", None),
    ("The investigators did not influence the choice.", None),
    ("Participants did not vary the dose.", None),
    ("Participants were randomly related to groups.", None),
    ("None of the participants were related to a mayor.", None),
    ("Towns were randomly related to arms.", None),
    ("We did not vary the dose, but wealth did not predict turnout.", "result"),
    ("We did not vary the dose; clerks slept longer (p < .05).", "result"),
    ("Older patients did not improve.", "result"),
    ("Ages of the participants were related to turnout.", "result"),
    ("The number of visits was related to wealth.", "result"),
    ("There were significant links between sleep and pay, and further studies are needed.", "recommendation"),
    ("Our findings suggest that trust can rise.", "interpretation"),
    ("This study contributes to the literature on trust.", "contribution"),
    ("These results have practical implications for mayors.", "implication"),
    ("Policymakers should listen to citizens.", "recommendation"),
    ("Future research should ask mayors, too.", "recommendation"),
    ("Further studies are needed.", "recommendation"),
    ("This study is limited by its small sample.", "limitation"),
    ("Previous studies have shown that trust rises.", None),
    ("Research suggests that trust rises.", None),
    ("This paper aims to show how trust rises.", None),
    ("The purpose of this study is to find out why trust rises.", None),
    ("We asked 70 citizens.", None),
    ("Trust is a cornerstone of government.", None),
    ("The results are discussed.", None),
    ("Do our results show that trust rises?", None),
    ("It finds that trust rose.", "result"),
    ("It shows that trust rose.", None),
    ("The paper concludes that trust is key.", "interpretation"),
    ("The authors argue that trust is key.", "interpretation"),
    ("It is widely argued elsewhere.", None),
    ("We conclude with a research agenda to raise trust.", None),
    ("The chapter ends by asking what is next.", None),
    ("We conclude that trust is key.", "interpretation"),
    ("The alibi adds to the case.", None),
    ("WE FIND THAT TRUST ROSE.", "result"),
    ("“We find that trust rose.”", None),
]

SECTIONS = [
    ("Trust rose.", "RESULTS", "Findings", "result"),
    ("Why did it rise?", "RESULTS", "Findings", None),
    ("© 2020 The Authors. All rights reserved.", "RESULTS", "Findings", None),
    ("Trust rose.", "BACKGROUND", "Background", None),
    ("The findings reveal that trust rose.", "METHODS", "Methods", None),
    ("Trust can rise where mayors listen.", "CONCLUSIONS", "Conclusion", "interpretation"),
    ("The findings reveal that trust can rise.", "CONCLUSIONS", "Discussion", "interpretation"),
    ("Mayors should listen, and policymakers should pay them.", "CONCLUSIONS", "Conclusion", "recommendation"),
    ("This study contributes to the literature on trust.", "CONCLUSIONS", "Discussion", "contribution"),
    ("The trial will inform practice.", "CONCLUSIONS", "Discussion", None),
    ("Funded schools did better.", "RESULTS", "Results", "result"),
    ("Supplementary lessons helped.", "CONCLUSIONS", "Conclusion", "interpretation"),
    ("Mayors differ.", "CONCLUSIONS", "Research limitations/implications", "limitation"),
    ("Future research could ask more mayors.", "CONCLUSIONS", "Research limitations/implications", "recommendation"),
    ("Mayors differ.", "CONCLUSIONS", "Practical implications", "implication"),
    ("Mayors were rarely asked.", "CONCLUSIONS", "Originality/value", "contribution"),
    ("Mayors differ.", "CONCLUSIONS", "Conclusions and implications", "interpretation"),
    ("Mayors differ.", "CONCLUSIONS", "Recommendations", "recommendation"),
    ("Mayors differ.", "UNASSIGNED", "VOICES", None),
    ("We conclude with a research agenda.", "CONCLUSIONS", "Conclusion", None),
    ("The authors agree that open access articles help.", "CONCLUSIONS", "Conclusion", "interpretation"),
    ("Users may trust such sites.", "CONCLUSIONS", "Conclusion", "interpretation"),
    ("Mayors trust the Example Press.", "CONCLUSIONS", "Conclusion", "interpretation"),
]


@pytest.mark.parametrize(("sentence", "kind"), PROSE)
def test_prose(sentence: str, kind: str | None) -> None:
    """In a text without sections the wording says what a sentence is; what others found is no finding."""
    assert kind_of(sentence, None, None) == kind


@pytest.mark.parametrize(("sentence", "category", "label", "kind"), SECTIONS)
def test_sections(sentence: str, category: str, label: str, kind: str | None) -> None:
    """In a section the category and the label say it, and the wording where they leave it open."""
    assert kind_of(sentence, category, label) == kind


def test_it_may_be_the_paper() -> None:
    """Behind a sentence about the paper, "it" is the paper."""
    assert speaks_of_paper("This article asks who reads.", behind_paper=False)
    assert speaks_of_paper("It uses a survey.", behind_paper=True)
    assert not speaks_of_paper("It rains.", behind_paper=False)
    assert kind_of("It shows that trust rose.", None, None, behind_paper=True) == "result"
    assert kind_of("It suggests that trust can rise.", None, None, behind_paper=True) == "interpretation"


@pytest.mark.parametrize("piece", ["a ", "the ", "future research ", "our results of ", "we ", ", ", "policy "])
@pytest.mark.parametrize("category", [None, "CONCLUSIONS"])
@pytest.mark.timing
def test_time_is_linear(piece: str, category: str | None) -> None:
    """A sentence of a hundred thousand characters takes less than two seconds."""
    start = process_time()
    kind_of(piece * (100_000 // len(piece)), category, None)
    assert process_time() - start < 2
