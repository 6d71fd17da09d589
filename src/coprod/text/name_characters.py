"""Names in Chinese, Japanese and Korean characters, which have no space in them.

In: the parts of a row between commas. Out: whether they are whole names, or family and given names in turn. A part is
a whole name if it is too long for a family name, or begins with one of the usual Chinese family names. Nothing raises;
time is linear.
"""

from collections.abc import Sequence
from typing import Final

FIRST: Final = "\u3400"
"""The first of these characters: what comes before it in order begins with none."""

_AS_COMMAS: Final = str.maketrans("，、;；", ",,,,")
_LONGEST: Final = 2000
"""Characters of a row of names."""

_CHARACTERS: Final = (FIRST, "\u9fff")
_SYLLABLES: Final = ("\uac00", "\ud7a3")
"""The first and the last character of Chinese and Japanese, and of Korean names."""

_LONGEST_NAME: Final = 5
_FAMILIES: Final = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉"
    "程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘鍾谭譚陆陸汪范範金石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴"
    "覃武戴莫孔向汤湯关關"
)
_LONGER_FAMILIES: Final = ("欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "夏侯", "皇甫", "尉迟", "令狐")
_LONGEST_FAMILY: Final = 3


def is_name_in_characters(text: str) -> bool:
    """Whether a text is a name in such characters, or a part of one.

    Examples:
        >>> is_name_in_characters("李明"), is_name_in_characters("李"), is_name_in_characters("Li")
        (True, True, False)
    """
    return 0 < len(text) <= _LONGEST_NAME and (_is_within(text, _CHARACTERS) or _is_within(text, _SYLLABLES))


def _is_within(text: str, ends: tuple[str, str]) -> bool:
    return ends[0] <= min(text) and max(text) <= ends[1]


def names_in_characters(text: str) -> tuple[str, ...]:
    """The names of a row of them; `()` for any other text, a single name among them.

    Examples:
        >>> names_in_characters("李明, 王伟"), names_in_characters("山田、太郎"), names_in_characters("山田, 太郎")
        (('李明', '王伟'), ('山田', '太郎'), ())
    """
    if text < FIRST or len(text) > _LONGEST:
        return ()
    parts = [part.strip() for part in text.translate(_AS_COMMAS).split(",")]
    if len(parts) == 1 or not all(map(is_name_in_characters, parts)):
        return ()
    return tuple(parts) if "、" in text or are_names_in_row(parts) else ()


def are_names_in_row(parts: Sequence[str]) -> bool:
    """Whether the parts are names each; otherwise they are family and given names in turn.

    Examples:
        >>> are_names_in_row(["李明", "王伟"]), are_names_in_row(["山田", "太郎"]), are_names_in_row(["欧阳", "明"])
        (True, False, False)
    """
    if len(parts) % 2:
        return True
    return any(_is_whole(one) and _is_whole(other) for one, other in zip(parts[::2], parts[1::2], strict=True))


def _is_whole(name: str) -> bool:
    """Whether a part is family and given name at once."""
    if len(name) > _LONGEST_FAMILY or (len(name) == _LONGEST_FAMILY and _is_within(name, _SYLLABLES)):
        return True
    if name.startswith(_LONGER_FAMILIES):
        return len(name) == _LONGEST_FAMILY
    return len(name) > 1 and name[0] in _FAMILIES
