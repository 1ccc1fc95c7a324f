# SPDX-License-Identifier: Apache-2.0
"""The FHIR file that the story imports: a few years of a made-up person's records."""

PATIENT = "urn:uuid:0f6d7d8e-3c61-4f5c-9a52-6a4d9a1b2c01"
CLINIC = "urn:uuid:0f6d7d8e-3c61-4f5c-9a52-6a4d9a1b2c02"


def bundle():
    """A Bundle of one patient, one practice and twelve records."""
    return {"resourceType": "Bundle", "type": "collection", "entry": [
        entry(PATIENT, {"resourceType": "Patient", "name": [{"family": "Lindqvist", "given": ["Nora"]}],
                        "gender": "female", "birthDate": "1984-03-09"}),
        entry(CLINIC, {"resourceType": "Organization", "name": "Harbour Street Practice"}),
        *(entry(f"urn:uuid:0f6d7d8e-3c61-4f5c-9a52-6a4d9a1b2d{number:02}", resource)
          for number, resource in enumerate(records(), 1))]}


def entry(full_url, resource):
    return {"fullUrl": full_url, "resource": resource}


def concept(system, code, display):
    return {"coding": [{"system": system, "code": code, "display": display}], "text": display}


def records():
    subject = {"reference": PATIENT, "display": "Nora Lindqvist"}
    performer = {"reference": CLINIC, "display": "Harbour Street Practice"}
    snomed, loinc, rxnorm, cvx = ("http://snomed.info/sct", "http://loinc.org",
                                  "http://www.nlm.nih.gov/research/umls/rxnorm", "http://hl7.org/fhir/sid/cvx")
    ucum = "http://unitsofmeasure.org"

    def observation(code, name, value, unit, day, category):
        kind = {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": category}]}
        return {"resourceType": "Observation", "status": "final", "category": [kind], "subject": subject,
                "code": concept(loinc, code, name), "effectiveDateTime": day, "performer": [performer],
                "valueQuantity": {"value": value, "unit": unit, "system": ucum, "code": unit}}

    yield {"resourceType": "AllergyIntolerance", "patient": subject, "criticality": "high",
           "clinicalStatus": {"coding": [{"code": "active"}]}, "recordedDate": "2011-06-02",
           "code": concept(snomed, "91936005", "Allergy to penicillin")}
    yield {"resourceType": "Condition", "subject": subject, "onsetDateTime": "2015-02-17",
           "clinicalStatus": {"coding": [{"code": "active"}]}, "code": concept(snomed, "195967001", "Asthma")}
    yield {"resourceType": "Condition", "subject": subject, "onsetDateTime": "2022-11-08",
           "clinicalStatus": {"coding": [{"code": "active"}]},
           "code": concept(snomed, "38341003", "High blood pressure")}
    yield {"resourceType": "MedicationRequest", "status": "active", "intent": "order", "subject": subject,
           "authoredOn": "2022-11-08", "requester": performer,
           "medicationCodeableConcept": concept(rxnorm, "314076", "Lisinopril 10 mg tablet")}
    yield {"resourceType": "MedicationRequest", "status": "active", "intent": "order", "subject": subject,
           "authoredOn": "2015-02-17", "requester": performer,
           "medicationCodeableConcept": concept(rxnorm, "745679", "Salbutamol inhaler")}
    yield {"resourceType": "Immunization", "status": "completed", "patient": subject,
           "occurrenceDateTime": "2025-10-14", "vaccineCode": concept(cvx, "140", "Flu vaccine")}
    yield {"resourceType": "Immunization", "status": "completed", "patient": subject,
           "occurrenceDateTime": "2021-05-20", "vaccineCode": concept(cvx, "208", "COVID-19 vaccine")}
    yield observation("4548-4", "Hemoglobin A1c", 5.4, "%", "2026-02-03", "laboratory")
    yield observation("2093-3", "Total cholesterol", 187, "mg/dL", "2026-02-03", "laboratory")
    yield observation("29463-7", "Body weight", 68.2, "kg", "2026-02-03", "vital-signs")
    yield observation("8867-4", "Heart rate", 72, "/min", "2026-02-03", "vital-signs")
    yield {"resourceType": "Procedure", "status": "completed", "subject": subject, "performedDateTime": "2009-08-30",
           "code": concept(snomed, "80146002", "Appendectomy")}
