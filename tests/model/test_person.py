"""The person: what follows from what they answered."""

from tests.support.people import ON, person


def test_an_age_is_known_only_where_the_year_of_birth_is() -> None:
    assert person(born=1948).age_on(ON) == 78
    assert person().age_on(ON) is None
