import Kernel

extension DoorWords {
    /// Programmes and plans, and their annual reports.
    static let planning: [String: Text] = [
        "GET /planning/:plan": Text(lv: "Rīcības programma", en: "Action programme"),
        "GET /planning/:plan/calendar": Text(lv: "Programmas kalendārs", en: "Calendar of a programme"),
        "GET /planning/:plan/people": Text(lv: "Kas ko programmā dara", en: "Who does what in a programme"),
        "GET /planning/:plan/amendments/:number": Text(
            lv: "Programma pirms grozījumiem",
            en: "Programme before an amendment"
        ),
        "GET /planning/:plan/amendments/:number/activities/:part": Text(
            lv: "Aktivitāte pirms grozījumiem",
            en: "Activity before an amendment"
        ),
        "GET /planning/:plan/amendments/:number/csv": Text(
            lv: "Programmas tabula pirms grozījumiem",
            en: "Table of the programme before an amendment"
        ),
        "POST /planning/:plan/steps": Text(
            lv: "Atzīmēt gada soli",
            en: "Say that a step of the year was done"
        ),
        "GET /planning/late": Text(lv: "Kas programmās kavējas", en: "What is late in programmes"),
        "GET /planning/institutions/:institution": Text(
            lv: "Ko programmas prasa no iestādes",
            en: "What programmes ask of an institution"
        ),
        "GET /planning/activities/:part": Text(lv: "Aktivitāte", en: "Activity"),
        "GET /planning/activities/:part/sheet": Text(lv: "Reģistrācijas lapa", en: "Registration sheet"),
        "GET /planning/events/new": Text(lv: "Jauns pasākums", en: "New event"),
        "POST /planning/events/new": Text(lv: "Reģistrēt pasākumu", en: "Register an event"),
        "GET /planning/events/:part": Text(lv: "Pasākums", en: "Event"),
        "POST /planning/events/:part/undo": Text(lv: "Atsaukt pasākumu", en: "Take an event back"),
        "GET /planning/body/new": Text(
            lv: "Jauns savas institūcijas pasākums",
            en: "New event of one's own body"
        ),
        "POST /planning/body/new": Text(
            lv: "Reģistrēt savas institūcijas pasākumu",
            en: "Register an event of one's own body"
        ),
        "GET /planning/body/:part": Text(lv: "Savas institūcijas pasākums", en: "Event of one's own body"),
        "POST /planning/body/:part/undo": Text(
            lv: "Atsaukt savas institūcijas pasākumu",
            en: "Take an event of one's own body back"
        ),
        "GET /planning/:plan/annual": Text(
            lv: "Programmas gada pārskati",
            en: "Annual reports of a programme"
        ),
        "POST /planning/:plan/annual": Text(lv: "Sākt gada pārskatu", en: "Begin an annual report"),
        "GET /planning/annual/:report": Text(lv: "Gada pārskats", en: "Annual report"),
        "POST /planning/annual/:report/state": Text(
            lv: "Apstiprināt, fiksēt vai publicēt gada pārskatu",
            en: "Approve, freeze or publish an annual report"
        ),
        "GET /planning/annual/:report/pdf": Text(
            lv: "Gada pārskats, PDF fails",
            en: "Annual report, PDF file"
        ),
        "GET /planning/annual/:report/docx": Text(
            lv: "Gada pārskats, DOCX fails",
            en: "Annual report, DOCX file"
        ),
        "GET /public/annual": Text(
            lv: "Publicētie programmu gada pārskati",
            en: "Annual reports that were opened to everybody"
        ),
        "GET /public/annual/:report": Text(
            lv: "Publicēts gada pārskats",
            en: "Annual report that was opened to everybody"
        ),
        "GET /public/annual/:report/pdf": Text(
            lv: "Publicēts gada pārskats, PDF fails",
            en: "Annual report that was opened, PDF file"
        ),
        "GET /public/annual/:report/docx": Text(
            lv: "Publicēts gada pārskats, DOCX fails",
            en: "Annual report that was opened, DOCX file"
        ),
    ]
}
