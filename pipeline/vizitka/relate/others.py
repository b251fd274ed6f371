"""What shows that a role beside a name is somebody else's: «Указом [президента] Олег Рогов …», «Рогов сменил [посла]»."""

from __future__ import annotations

from ..morphology import parses
from .scene import Scene, cases_of, head, head_case, is_plural, is_post, is_role_verb, marked_start, may_be_single
from .ways import chain, depends, is_father, is_of_kin, is_predicate, is_said, is_subject

OF_SEVERAL = 4  # words before a role among which «из» may stand


def is_before_subject(scene: Scene, role: int, person: int) -> bool:
    """«Указом [президента] Олег Рогов назначен …»: can a name be but a subject, and the role right before it but a genitive?"""
    name = scene.mentions[person]
    told = scene.grammar(name.first).case == "nomn" or any(is_father(scene.word(place)) for place in range(name.first, name.last))
    post = is_post(scene, marked_start(scene, scene.mentions[role].first) - 1)
    if not told or post or not depends(scene, role, person) or scene.word(name.last) == ":":
        return False
    able = {parse.case for parse in parses(scene.word(head(scene, role))) if parse.number == "sing"}
    return "gent" in able and "nomn" not in able and cases_of(scene.analysis, name, scene.seeds) == {"nomn"}


def is_of_several(scene: Scene, role: int, person: int) -> bool:
    """«По просьбе [адвокатов] Олега Рогова»: is it the role of several people, of whom no other stands beside the name, and none is picked
    out («один из лучших [вратарей]»)?"""
    if not is_plural(scene, role) or may_be_single(scene, role) or any(True for _ in chain(scene, person)):
        return False
    if is_predicate(scene, role) and scene.mentions[role].last < scene.mentions[person].first:
        return False
    first = scene.mentions[role].first
    around = (scene.mentions[person].first - 1, *range(first - OF_SEVERAL, first))
    return scene.seeds.words["one of"].isdisjoint(map(scene.word, around))


def is_of_family(scene: Scene, role: int, person: int) -> bool:
    """«Рогов родился в семье [врача]», «сын [министра]», «Рукопись Рогова у [врача]»: is it the role of whom somebody is of, or is with?"""
    place = marked_start(scene, scene.mentions[role].first) - 1
    if scene.mentions[role].last == scene.mentions[person].first or head_case(scene, role) != "gent":
        return False
    return scene.is_of(place, "kin") or scene.is_of(place, "family") or scene.word(place).lower() == "у"


def begins_clause(scene: Scene, role: int, person: int) -> bool:
    """«Как заявил Иванов, [министр] уехал», «[министр] наградил Иванова», «[министр] назначил Иванова», «Иванову [министр] вручил орден»:
    does a clause that is not of the name begin with the role?"""
    mention, name = scene.mentions[role], scene.mentions[person]
    beside = name.last == mention.first - 1 and scene.word(name.last) == ","
    beside |= name.last == mention.first and "nomn" not in cases_of(scene.analysis, name, scene.seeds)
    told = is_role_verb(scene.word(mention.last), scene.seeds) and not _is_giving(scene.word(mention.last))
    before = name.sentence == mention.sentence and mention.last < name.first and not told
    return (beside or before) and is_subject(scene, role)


def _is_giving(word: str) -> bool:
    """«назначил», but not «стал», «назначен»"""
    return any(parse.pos == "VERB" and "tran" in parse.marks for parse in parses(word))


def is_object(scene: Scene, role: int, person: int) -> bool:
    """«Иванов сменил [посла]», «Иванов выразил благодарность [послу]», «сказал Иванов [послу]», «[послу] вручил орден Иванов», «о
    [министре] говорил Иванов», «с [министром] прибыл Иванов»: is the role that of whom the name does something to or with?"""
    mention, name = scene.mentions[role], scene.mentions[person]
    before = marked_start(scene, mention.first) - 1
    if name.sentence != mention.sentence or scene.grammar(name.first).case != "nomn":
        return False
    case = head_case(scene, role)
    if case == "datv" and mention.last < name.first:
        return any(scene.grammar(place).pos == "VERB" for place in range(mention.last, name.first))
    if case == "loct":
        return True
    if scene.word(before).lower() in scene.seeds.words["beside"]:
        apart = mention.last != name.first and "ablt" not in cases_of(scene.analysis, name, scene.seeds)
        return case == "ablt" and (name.last <= before or apart)
    if name.last > before + 1:
        return False
    if case == "datv":
        said = range(max(name.first - 1, scene.start), mention.first)
        return any(scene.grammar(place).pos == "VERB" for place in said)
    return case in ("gent", "accs") and scene.grammar(before).pos == "VERB" and not is_role_verb(scene.word(before), scene.seeds)


def is_namesakes(scene: Scene, role: int, person: int) -> bool:
    """«больница имени [академика] Рогова»"""
    return scene.word(scene.mentions[role].first - 1).lower() in scene.seeds.words["named after"]


def is_guise(scene: Scene, role: int, person: int) -> bool:
    """«Рогов приходил под видом [врача]»"""
    return scene.is_of(scene.mentions[role].first - 1, "guise")


OTHERS = (begins_clause, is_before_subject, is_guise, is_namesakes, is_object, is_of_family, is_of_kin, is_of_several, is_said)
