"""Words that tell of a medicine: what somebody took is no activity, and nothing of ours repeats its name."""

from __future__ import annotations

import re

from backplan.patterns import on_first_use

# Common ones for pain, by what people call them, to hear that one is told of; none of them is ever advised.
_NAMES = (
    "ibuprofen|paracetamol|acetaminophen|aspirin|naproxen|diclofenac|codeine|co-?codamol|dihydrocodeine|tramadol|"
    "morphine|oxycodone|oxycontin|hydrocodone|vicodin|percocet|fentanyl|buprenorphine|tapentadol|methadone|gabapentin|"
    "pregabalin|lyrica|amitriptyline|nortriptyline|duloxetine|diazepam|valium|baclofen|cyclobenzaprine|flexeril|"
    "methocarbamol|tizanidine|meloxicam|celecoxib|etoricoxib|indomethacin|ketoprofen|metamizole?|novalgin|prednisolone|"
    "prednisone|steroids?|tylenol|panadol|advil|aleve|nurofen|motrin|voltar(?:ol|en)|anadin|cannabis|cbd|nsaids?"
)
_KINDS = (
    r"pain ?killers?|pain ?relief|anti-?inflammator(?:y|ies)|muscle relaxants?|medicines?|medications?|meds|tablets?|"
    r"pills?|capsules?|opioids?|opiates?"
)
_TELLS = on_first_use(rf"\b(?:{_NAMES}|{_KINDS})\b|\b\d+ ?(?:mg|milligrams?)\b", re.IGNORECASE)


def tells_of_medicine(text: str) -> bool:
    """Whether words name a medicine, or speak of one."""
    return _TELLS.search(text) is not None
