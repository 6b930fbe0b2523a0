"""Attribution: who said what stands in quotation marks, and how the text tells."""

from dataclasses import dataclass

from generator.model.verdict import Strength
from generator.text.paragraphs import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said a segment.

    Args:
        speaker: The person or body as fully as the text names them; None where it names nobody.
        mention: As printed at the cue, "he" for instance.
        cue: The reporting verb as printed; empty where the speech merely continues.
        strength: Whether the text states it or only suggests it; None where it names nobody.
        evidence: The words of the text that tell.
        evidence_span: Offsets of these words; empty where there are none.
        named: Whether `speaker` is a name, and no role such as "a spokesman".
        rule: Names of the rules that told, of `rules.table` and in its order, with "/" between them; "turn" in a
            transcript and "issuer" in a statement, document or post; empty where no rule told.
    """

    speaker: str | None = None
    mention: str = ""
    cue: str = ""
    strength: Strength | None = None
    evidence: str = ""
    evidence_span: Span = (0, 0)
    named: bool = False
    rule: str = ""


NOBODY = Attribution()
