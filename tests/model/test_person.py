"""The person as a document: what was asked only later is read as never asked, and everything else is kept."""

import pytest

from backplan.model.person import Flag, Person
from tests.support.people import ON, person

TOLD = person(heart=(Flag("diabetes", ON), Flag("blackout", ON, present=False)), born=1948)


@pytest.mark.parametrize("who", [person(), person(heart=()), TOLD])
def test_a_person_is_read_back_as_they_were_written(who: Person) -> None:
    assert Person.from_document(who.document()).document() == who.document()


def test_a_record_from_before_heart_and_age_were_asked_still_opens_and_keeps_the_rest() -> None:
    document = TOLD.document()
    del document["heart"], document["born"]
    found = Person.from_document(document)
    assert found.document() == TOLD._replace(heart=None, born=None, age_asked=False).document()
    assert (found.heart, found.born, found.age_asked) == (None, None, False)
    assert not Person.from_document(found.document()).age_asked
    assert Person.from_document(person().document()).age_asked


def test_an_age_is_known_only_where_the_year_of_birth_is() -> None:
    assert TOLD.age_on(ON) == 78
    assert person().age_on(ON) is None
