"""The codes by which a clinic's record and we understand each other, in what we write and in what we read.

Exercises and scores have a code system of our own, because no free one has them; what is observed has LOINC. No code of
SNOMED CT is written: it needs a licence.
"""

# A UUID each, drawn once and never changed: they name a system without an address that nobody owns.
EXERCISES = "urn:uuid:341270ac-98a5-45cb-a29e-86968b1f1225"  # each code is an id of the library
OWN = "urn:uuid:9911c358-d5ad-4dad-9f52-176fd99570c6"
LOINC = "http://loinc.org"
UCUM = "http://unitsofmeasure.org"
PAIN, SESSION, DURATION, AEROBIC, STRENGTH_DAYS = "72514-3", "73985-4", "55411-3", "82290-8", "82291-6"
NOTICE = (
    "This material contains content from LOINC (http://loinc.org). LOINC is copyright Regenstrief Institute, Inc. and "
    "the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the "
    "license at http://loinc.org/license. LOINC is a registered United States trademark of Regenstrief Institute, Inc."
)
NO_FHIR = "{what} needs the library fhir.resources, which is not here: `pip install 'backplan[fhir]'`"
