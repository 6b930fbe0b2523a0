"""Table: all rules that tell who says what stands in quotation marks, each with a text as its example.

The rules of one part are tried in this order, and the first that fires decides. An attribution records one rule for
each step that it took: where the cue stands, who acts there where that needs a rule, and whom the mention means.
"""

from generator.model.verdict import Strength
from generator.text.rules import around, before, behind, inverted, meanings, subjects, uncued
from generator.text.rules.place import Rules
from generator.text.rules.rule import Example, Rule

_INFERRED = Strength.INFERRED

RULES = Rules(
    around=(
        Rule("asked", Example("Asked “Is the soup really hot?” Ada Example laughed.", None, "", None), around.asked),
        Rule(
            "called-by",
            Example("The soup was called “a danger to all of us” by Ada Example.", "Ada Example", "called"),
            around.called_by,
        ),
        Rule(
            "called-and-reported",
            Example("The soup was called “a danger to all of us,” Ada Example said.", "Ada Example", "said"),
            around.called_and_reported,
        ),
        Rule("called", Example("The soup was called “a danger to all of us”.", None, "", None), around.called),
    ),
    verbs_before=(
        Rule("denied-before", Example("Ada Example never said “soup is cold”.", None, "", None), before.denied),
        Rule(
            "verb-before-addressed",
            Example("Der Zeitung sagte Ada Muster: „Die Suppe ist heiß.“", "Ada Muster", "sagte", language="de"),
            before.addressed,
        ),
        Rule("verb-before", Example("Ada Example said, “Soup is hot.”", "Ada Example", "said"), before.verb),
    ),
    phrases_before=(
        Rule(
            "owner",
            Example("Ada Example's remark that “soup is hot” drew laughter.", "Ada Example", "remark"),
            before.owner,
        ),
        Rule(
            "agent",
            Example("The soup was praised by Ada Example as “the best in town”.", "Ada Example", "praised"),
            before.agent,
        ),
        Rule(
            "phrase-before",
            Example("According to Ada Example, soup is “better than stew”.", "Ada Example", "According to"),
            before.phrase,
        ),
    ),
    introductions=(
        Rule(
            "denied-introduction",
            Example("Ada Example was not at the fair: “The soup is far too hot.”", None, "", None),
            before.denied_introduction,
        ),
        Rule(
            "introduction",
            Example("Ada Example was glad: “The soup is hot at last.”", "Ada Example"),
            before.introduction,
        ),
    ),
    verbs_behind=(
        Rule("denied-behind", Example("“Soup is cold,” Ada Example never said.", None, "", None), behind.denied),
        Rule("verb-behind", Example("“Soup is hot,” Ada Example said.", "Ada Example", "said"), behind.verb),
    ),
    phrases_behind=(
        Rule(
            "phrase-behind",
            Example("“Soup is better than stew,” according to Ada Example.", "Ada Example", "according to"),
            behind.phrase,
        ),
    ),
    signatures=(
        Rule("signature", Example("“The soup is hot at last.” – Ada Example", "Ada Example"), behind.signature),
    ),
    subjects=(
        Rule(
            "quoted-person",
            Example("The Daily Broth quoted Ada Example as saying “soup is hot”.", "Ada Example", "saying"),
            subjects.quoted_person,
        ),
        Rule(
            "carrier",
            Example("Bo Sample held a sign that said “soup for all of us”.", "a sign", "said"),
            subjects.carrier,
        ),
        Rule(
            "name-behind-role",
            Example("The town's cook, Ada Example, said “soup is hot”.", "Ada Example", "said"),
            subjects.name_behind_role,
        ),
        Rule(
            "person-before-commas",
            Example("Ada Example, who won at the fair with Bo Sample, said “soup is hot”.", "Ada Example", "said"),
            subjects.person_before_commas,
        ),
        Rule(
            "subject-before-commas",
            Example("The agency, which sells soup to schools, said “soup is hot”.", "The agency", "said"),
            subjects.subject_before_commas,
        ),
    ),
    clauses=(
        Rule(
            "apposition",
            Example("Ada Example, president of Broth said, “Soup is hot.”", "Ada Example", "said"),
            subjects.apposition,
        ),
        Rule(
            "pair",
            Example(
                "Ada Example came with Bo Sample. Ada Example and Bo Sample wrote, “Soup is hot.”",
                "Ada Example and Bo Sample",
                "wrote",
            ),
            subjects.pair,
        ),
        Rule(
            "subject",
            Example("The ladle fell, but Ada Example said “soup is hot”.", "Ada Example", "said"),
            subjects.head,
        ),
        Rule(
            "author",
            Example("Ada Example's open letter reads, “Soup is hot.”", "Ada Example", "reads"),
            subjects.author,
        ),
        Rule(
            "vehicle",
            Example("A leaked letter says, “Soup is hot.”", "A leaked letter", "says"),
            subjects.vehicle,
        ),
        Rule(
            "possessed",
            Example("Ada Example's kitchen said, “Soup is hot.”", "Ada Example's kitchen", "said"),
            subjects.possessed,
        ),
        Rule("unlisted-noun", Example("A juggler said, “Soup is hot.”", "A juggler", "said"), subjects.unlisted_noun),
        Rule(
            "bare-noun", Example("On Sunday, diners shouted, “Soup is hot.”", "diners", "shouted"), subjects.bare_noun
        ),
        Rule(
            "main-clause",
            Example("Ada Example left the fair early, saying “soup is hot”.", "Ada Example", "saying"),
            subjects.main_clause,
        ),
    ),
    inverted=(
        Rule(
            "inverted-unlisted-noun",
            Example("“Soup is hot,” said a juggler.", "a juggler", "said"),
            inverted.unlisted_noun,
        ),
        Rule(
            "inverted-possessed",
            Example("“Soup is hot,” said Ada Example's kitchen.", "Ada Example's kitchen", "said"),
            inverted.possessed,
        ),
        Rule(
            "inverted-pair",
            Example("“Soup is hot,” said Ada Example and Bo Sample.", "Ada Example and Bo Sample", "said"),
            inverted.pair,
        ),
        Rule(
            "inverted-name-behind-role",
            Example("“Soup is hot,” said the head of the Soup Agency, Ada Example.", "Ada Example", "said"),
            inverted.name_behind_role,
        ),
        Rule("inverted", Example("“Soup is hot,” said Ada Example.", "Ada Example", "said"), inverted.subject),
    ),
    meanings=(
        Rule(
            "pronoun-going-on",
            Example("“Soup is hot,” said Ada Example. “And it is cheap,” she added.", "Ada Example", "added"),
            meanings.pronoun_going_on,
        ),
        Rule(
            "pronoun",
            Example("Ada Example came to the fair.\n“Soup is hot,” she said.", "Ada Example", "said", _INFERRED),
            meanings.pronoun,
        ),
        Rule("pronoun-of-nobody", Example("“Soup is hot,” she said.", None, "said", None), meanings.pronoun_of_nobody),
        Rule(
            "role-held",
            Example("Mayor Ada Example came late.\n“Soup is hot,” the mayor said.", "Ada Example", "said"),
            meanings.role_held,
        ),
        Rule(
            "role-akin",
            Example(
                "Mayor Ada Example came late.\n“Soup is hot,” the young mayor said.", "Ada Example", "said", _INFERRED
            ),
            meanings.role_akin,
        ),
        Rule(
            "description",
            Example("Bo Sample came late.\n“Soup is hot,” the Dutchman said.", "Bo Sample", "said", _INFERRED),
            meanings.description,
        ),
        Rule("role", Example("“Soup is hot,” a spokesman said.", "a spokesman", "said"), meanings.role),
        Rule("body", Example("“Soup is hot,” the Soup Agency said.", "Soup Agency", "said"), meanings.body),
        Rule(
            "name",
            Example("Ada Example came to the fair.\n“Soup is hot,” Example said.", "Ada Example", "said"),
            meanings.name,
        ),
    ),
    uncued=(
        Rule(
            "same-sentence",
            Example("“Soup is hot,” said Ada Example, a “soup expert” at Ladle College.", "Ada Example"),
            uncued.same_sentence,
        ),
        Rule(
            "next-sentence",
            Example("“Soup is hot,” said Ada Example. “And the stew is cold.”", "Ada Example"),
            uncued.next_sentence,
        ),
        Rule(
            "next-paragraph",
            Example("Ada Example said, “Soup is hot.\n“And the stew is cold.”", "Ada Example"),
            uncued.next_paragraph,
        ),
        Rule(
            "sentence-before",
            Example("Ada Example laughed. “The soup is hot at last.”", "Ada Example", "", _INFERRED),
            uncued.sentence_before,
        ),
        Rule(
            "last-named",
            Example("Ada Example came to the fair.\n“The soup is hot at last.”", "Ada Example", "", _INFERRED),
            uncued.last_named,
        ),
        Rule(
            "paragraph-alone",
            Example("“Soup is hot,” said a spokesman.\n“Stew is cold.”", "a spokesman", "", _INFERRED),
            uncued.paragraph_alone,
        ),
    ),
    next_words=(
        Rule(
            "next-words",
            Example("“Soup is hot.” “And the stew is cold,” Ada Example wrote.", "Ada Example", quotation=0),
            uncued.next_words,
        ),
    ),
)
"""The rules that the package reads with."""
