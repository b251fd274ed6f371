"""What shows that a role beside a name is somebody else's: «Указом [президента] Олег Рогов …», «Рогов сменил [посла]»."""

from __future__ import annotations

from dataclasses import replace

from ..morphology import parses
from ..signs import DASHES, QUOTES
from .passed import is_of_next
from .scene import (
    CLAUSES,
    Scene,
    before_adjectives,
    cases_of,
    head,
    head_case,
    is_leaving,
    is_plural,
    is_post,
    is_role_verb,
    marked_start,
    opens,
)
from .spoken import meant
from .status import status
from .verbs import is_aides, is_bosses, is_giving, is_of_subject, is_put
from .ways import (
    depends,
    is_father,
    is_of_kin,
    is_of_owner,
    is_of_several,
    is_of_two,
    is_said,
    is_subject,
    is_topic,
)

SPOKEN = DASHES | {",", ":"}  # what stands between a quotation and its speaker


def is_before_subject(scene: Scene, role: int, person: int) -> bool:
    """«Указом [президента] Олег Рогов назначен …»: can a name be but a subject, and the role right before it but a genitive?"""
    name = scene.mentions[person]
    told = scene.grammar(name.first).case == "nomn" or any(is_father(scene.word(place)) for place in range(name.first, name.last))
    post = is_post(scene, marked_start(scene, scene.mentions[role].first) - 1)
    if not told or post or not depends(scene, role, person) or scene.word(name.last) == ":":
        return False
    able = {parse.case for parse in parses(scene.word(head(scene, role))) if parse.number == "sing"}
    return "gent" in able and "nomn" not in able and cases_of(scene.analysis, name, scene.seeds) == {"nomn"}


def is_of_family(scene: Scene, role: int, person: int) -> bool:
    """«Рогов родился в семье [врача]», «сын [министра]», «Рукопись Рогова у [врача]»: is it the role of whom somebody is of, or is with?"""
    place = marked_start(scene, scene.mentions[role].first) - 1
    if scene.mentions[role].last == scene.mentions[person].first or head_case(scene, role) != "gent":
        return False
    return scene.is_of(place, "kin") or scene.is_of(place, "family") or scene.word(place).lower() == "у"


def begins_clause(scene: Scene, role: int, person: int) -> bool:
    """«Как заявил Иванов, [министр] уехал», «[министр] наградил Иванова», «[министр] назначил Иванова», «Иванову [министр] вручил орден»,
    «На встрече с Ли Мин новый [министр] заявил …», «Отставка Иванова ⏎ [Министр] подписал …»: does a clause that is not of the name begin
    with the role?"""
    mention, name = scene.mentions[role], scene.mentions[person]
    scene = replace(scene, stop=max(scene.stop, scene.analysis.batch.sentences[mention.sentence + 1]))
    beside = name.last == mention.first - 1 and (scene.word(name.last) == "," or is_topic(scene, person))
    behind = name.last in (mention.first, before_adjectives(scene, role) + 1)
    beside |= behind and ("nomn" not in cases_of(scene.analysis, name, scene.seeds) or _is_governed(scene, person))
    told = is_role_verb(scene.word(mention.last), scene.seeds) and not is_giving(scene.word(mention.last))
    before = name.sentence == mention.sentence and mention.last < name.first and not told
    return (beside or before) and is_subject(scene, role)


def _is_governed(scene: Scene, person: int) -> bool:
    """«на встрече с [Ли Мин]»: does a preposition stand before a name?"""
    before = scene.mentions[person].first - 1
    return scene.word(before) != "" and scene.grammar(before).pos == "PREP"


def is_object(scene: Scene, role: int, person: int) -> bool:
    """«Иванов сменил [посла]», «Иванов выразил благодарность [послу]», «сказал Иванов [послу]», «[послу] вручил орден Иванов», «о
    [министре] говорил Иванов», «с [министром] прибыл Иванов»,
    «рассказала о встрече с [министром] Анна Иванова»: is the role that of whom the name does something to or with?"""
    mention, name = scene.mentions[role], scene.mentions[person]
    before = before_adjectives(scene, role)
    if name.sentence != mention.sentence or scene.grammar(name.first).case != "nomn":
        return False
    case = head_case(scene, role)
    if case == "datv" and mention.last < name.first:
        return any(scene.grammar(place).pos == "VERB" for place in range(mention.last, name.first))
    if case == "loct":
        return True
    if scene.word(before).lower() in scene.seeds.words["beside"]:
        full = mention.last != name.first or name.last - name.first > 1
        apart = full and "ablt" not in cases_of(scene.analysis, name, scene.seeds)
        return case == "ablt" and apart
    if name.last > before + 1:
        return False
    if case == "datv":
        said = range(max(name.first - 1, scene.start), mention.first)
        return any(scene.grammar(place).pos == "VERB" for place in said)
    return case in ("gent", "accs") and scene.grammar(before).pos == "VERB" and not is_role_verb(scene.word(before), scene.seeds)


def is_company(scene: Scene, role: int, person: int) -> bool:
    """«Переговоры [президента Перу] с эмиром Катара Яном Новаком», «Беседа Яна Новака с [послами]»: does a preposition set the name beside
    whose role it is, or the role beside the name?"""
    mention, name, beside = scene.mentions[role], scene.mentions[person], scene.seeds.words["beside"]
    if mention.sentence != name.sentence:
        return False
    told, case = head_case(scene, role), scene.grammar(name.first).case
    if name.last <= mention.first:
        before = before_adjectives(scene, role)
        return name.last <= before and scene.word(before).lower() in beside and told == "ablt" != case
    between = [scene.word(place).lower() for place in range(mention.last, name.first)]
    apart = not beside.isdisjoint(between) and CLAUSES.isdisjoint(between)
    return apart and case == "ablt" != told and not is_plural(scene, role)


def is_cited(scene: Scene, role: int, person: int) -> bool:
    """«По словам [прокурора] по делу Анны Ли, Олег Рогов …»: is it the role of whom the text takes its news from, and the name behind the
    comma?"""
    name, mention = scene.mentions[person], scene.mentions[role]
    place = marked_start(scene, mention.first) - 1
    if scene.word(place).lower() not in scene.seeds.words["source"] or name.sentence != mention.sentence or name.first < mention.last:
        return False
    return any(scene.word(here) == "," for here in range(mention.last, name.first)) and head_case(scene, role) == "gent"


def is_namesakes(scene: Scene, role: int, person: int) -> bool:
    """«больница имени [академика] Рогова»"""
    return scene.word(scene.mentions[role].first - 1).lower() in scene.seeds.words["named after"]


def is_instead(scene: Scene, role: int, person: int) -> bool:
    """«Вместо [банкира] в банк пришёл Рогов», but not «вместо [банкира] Рогова»"""
    mention = scene.mentions[role]
    replaced = scene.word(before_adjectives(scene, role)).lower() in scene.seeds.words["instead"]
    return replaced and mention.sentence == scene.mentions[person].sentence and scene.mentions[person].first > mention.last


def is_guise(scene: Scene, role: int, person: int) -> bool:
    """«Рогов приходил под видом [врача]»"""
    return scene.is_of(scene.mentions[role].first - 1, "guise")


def is_subordinate(scene: Scene, role: int, person: int) -> bool:
    """«Рогов, с которым [мэр] говорил», «Рогов заявил, что новый [мэр] готов», «[Мэр], которого избрал Рогов»: is one of them the subject
    of a clause of the other, or of a clause behind the other as a subject?"""
    mention, name = scene.mentions[role], scene.mentions[person]
    cases = {mention: head_case(scene, role), name: scene.grammar(name.first).case}
    one, other = sorted(cases, key=lambda each: each.first)
    if one.sentence != other.sentence or cases[other] != "nomn":
        return False
    before = range(marked_start(scene, other.first) - 1, one.last - 1, -1)
    comma = next((place for place in before if scene.word(place) in CLAUSES | DASHES), scene.stop)
    begin = comma + 1 + (scene.word(comma + 1) != "" and scene.grammar(comma + 1).pos == "PREP")
    told = cases[one] == "nomn" and scene.word(begin).lower() in scene.seeds.words["clause"]
    if scene.word(comma) != "," or not (told or (comma == one.last and _is_oblique(scene, begin))):
        return False
    return not any(scene.grammar(place)[:2] == ("NPRO", "nomn") for place in range(begin + 1, other.first))


def _is_oblique(scene: Scene, place: int) -> bool:
    """«которой», «кому», but not «который», «кто»"""
    return scene.is_of(place, "relative") and scene.grammar(place).case not in ("", "nomn")


def is_outside(scene: Scene, role: int, person: int) -> bool:
    """««У Рогова был офис»: [директор] дал показания»: is the name in what is quoted, and the role behind it outside?"""
    mention, name, batch = scene.mentions[role], scene.mentions[person], scene.analysis.batch
    sign = next((place for place in range(name.last, mention.first) if batch.spellings[place] in QUOTES), -1)
    if sign < 0 or batch.spellings[sign] != "»" or batch.spellings[sign + 1] not in SPOKEN:
        return False
    start = batch.sentences[name.sentence]
    opening = next((place for place in range(name.first, start, -1) if batch.spellings[place] == "«"), start)
    ended = name.sentence < mention.sentence and sign >= batch.sentences[mention.sentence]
    said = name.sentence == mention.sentence and any(scene.grammar(place).pos == "VERB" for place in range(opening, sign))
    return ended or said


def is_with(scene: Scene, role: int, person: int) -> bool:
    """«У Рогова хорошие [ученики]», «был [помощником] у Рогова»: is it the role of those whom somebody has?"""
    name, mention, place = scene.mentions[person], scene.mentions[role], scene.mentions[person].first - 1
    if name.sentence != mention.sentence or scene.word(place).lower() != "у":
        return False
    return mention.last <= place if mention.first < name.first else head_case(scene, role) == "nomn"


def is_aside(scene: Scene, role: int, person: int) -> bool:
    """«Помимо встречи с самим [президентом Перу], Рогов был …»: does a comma part a name in the nominative from a role that a preposition
    governs?"""
    mention, name = scene.mentions[role], scene.mentions[person]
    if name.sentence != mention.sentence or mention.last != name.first - 1 or scene.word(mention.last) != ",":
        return False
    before = before_adjectives(scene, role)
    governed = scene.word(before) != "" and scene.grammar(before).pos == "PREP" and not is_plural(scene, role)
    return governed and head_case(scene, role) != "nomn" == scene.grammar(name.first).case


def is_of_other_state(scene: Scene, role: int, person: int) -> bool:
    """«[премьер-министр] Польши, канцлер Германии Ян Новак»: does an office of another state stand between the role and the name?"""
    mention, name = scene.mentions[role], scene.mentions[person]
    if name.sentence != mention.sentence or name.first < mention.last or scene.word(mention.last) != ",":
        return False
    state, held = _state(scene, role), status(scene, person, role)
    nearer = (other for other in scene.roles if scene.mentions[other].first > mention.last and scene.mentions[other].last == name.first)
    return state != "" and any(_state(scene, other) not in ("", state) and status(scene, person, other) == held for other in nearer)


def _state(scene: Scene, role: int) -> str:
    """«премьер-министр [Польши]»: the code of the country that a role ends with, "" for none."""
    countries = (index for index in scene.numbers if scene.mentions[index].kind == "country")
    return next((meant(scene, index) for index in countries if scene.mentions[index].last == scene.mentions[role].last), "")


def is_opposed(scene: Scene, role: int, person: int) -> bool:
    """«Завод основан Роговым, а его [директор] тогда был в Перу»: does «а» begin a clause with a role, behind a name that is no subject?"""
    mention, name = scene.mentions[role], scene.mentions[person]
    begin = marked_start(scene, mention.first)
    begin -= scene.is_of(begin - 1, "possessive")
    led = name.sentence == mention.sentence and name.last < begin and (scene.word(begin - 2), scene.word(begin - 1)) == (",", "а")
    return led and head_case(scene, role) == "nomn" and scene.grammar(name.first).case not in ("", "nomn")


def is_unlike(scene: Scene, role: int, person: int) -> bool:
    """«По словам Олега Рогова, [президент] Перу, которого критикуют, …»: is a role behind a name and a comma in the nominative, where the
    name can't be?"""
    mention, name = scene.mentions[role], scene.mentions[person]
    beside = name.sentence == mention.sentence and name.last == mention.first - 1 and scene.word(name.last) == ","
    if not beside or head_case(scene, role) != "nomn" or scene.grammar(name.first).case == "nomn" or opens(scene, person):
        return False
    cases = cases_of(scene.analysis, name, scene.seeds)
    return "nomn" not in cases and cases.isdisjoint(parse.case for parse in parses(scene.word(head(scene, role))))


def is_label(scene: Scene, role: int, person: int) -> bool:
    """«Поздравление [воинам] О. Рогов: Дорогие друзья!»: does a title without a full stop stand before who speaks?"""
    mention, name = scene.mentions[role], scene.mentions[person]
    label = scene.word(name.last) == ":" and scene.word(name.first + 1) == "." and scene.word(name.last + 1)[:1].isupper()
    return label and mention.sentence == name.sentence and mention.last < name.first


def is_told_of_another(scene: Scene, role: int, person: int) -> bool:
    """«Рогов стал [министром], сказано в указе, подписанном Новаком»: does a verb tell a role before a name that stands in the instrumental
    only?"""
    mention, name = scene.mentions[role], scene.mentions[person]
    apart = mention.sentence == name.sentence and mention.last < name.first and head_case(scene, role) == "ablt"
    told = apart and is_role_verb(scene.word(marked_start(scene, mention.first) - 1), scene.seeds)
    return told and cases_of(scene.analysis, name, scene.seeds) == {"ablt"}


def is_of_body(scene: Scene, role: int, person: int) -> bool:
    """«был [министром] в правительстве Новака»: is a name the end of a body's, before which the role stands?"""
    mention, name = scene.mentions[role], scene.mentions[person]
    bodies = [scene.mentions[index] for index in scene.numbers if scene.mentions[index].kind == "organization"]
    around = [body for body in bodies if body.first < name.first and body.last == name.last]
    return mention.sentence == name.sentence and any(mention.last <= body.first for body in around)


def _chooses(scene: Scene, person: int) -> bool:
    """«[Рогов] назначил», but not «[Рогова] назначили», «[Рогов] покинул пост»"""
    name, verb = scene.mentions[person], scene.word(scene.mentions[person].last)
    giving = is_role_verb(verb, scene.seeds) and is_giving(verb) and not is_leaving(scene, name.last)
    return giving and scene.grammar(name.first).case == "nomn"


def is_given(scene: Scene, role: int, person: int) -> bool:
    """«Рогов снял его с поста и назначил [директором]», «на пост [посла] Рогов назначил Анну Ли», «Рогов назначил главу района и
    [директора] завода»: is it the role that a name's own transitive verb gives somebody, or that of whom it names?"""
    name, mention, verb = scene.mentions[person], scene.mentions[role], before_adjectives(scene, role)
    if name.sentence != mention.sentence:
        return False
    if name.last < mention.first and _chooses(scene, person):
        return head_case(scene, role) in ("ablt", "accs", "gent")
    if mention.last == name.first and is_put(scene, role):
        return is_giving(scene.word(name.last))
    if not name.last <= verb or head_case(scene, role) != "ablt":
        return False
    subject = scene.grammar(name.first).case == "nomn" and scene.grammar(verb)[::2] == ("VERB", "sing")
    return subject and is_giving(scene.word(verb))


OTHERS = (
    begins_clause,
    is_aides,
    is_aside,
    is_before_subject,
    is_bosses,
    is_cited,
    is_company,
    is_given,
    is_guise,
    is_instead,
    is_label,
    is_namesakes,
    is_object,
    is_of_body,
    is_of_family,
    is_of_kin,
    is_of_next,
    is_of_other_state,
    is_of_owner,
    is_of_several,
    is_of_subject,
    is_of_two,
    is_opposed,
    is_outside,
    is_said,
    is_subordinate,
    is_told_of_another,
    is_unlike,
    is_with,
)
