internal import Frame
internal import Kernel
internal import Pages
internal import Registry

extension EventForm {
    /// The page above: of those from other bodies their own list, as they open no programme.
    var top: PageContent.Crumb { isOwn ? BodyEventsPage.crumb : PlanCrumbs.top }

    /// Where whoever opens programmes goes without registering.
    func back(_ activity: Activity?) -> String {
        activity.map { "/planning/activities/\($0.id)" } ?? "/planning"
    }

    /// When it was, who came, and where the list of them is.
    func details(_ texts: EditTexts, _ errors: FieldErrors) -> [Form.Part] {
        func error(_ name: String) -> String? { errors.byField[name]?[request.language] }
        return [
            .field(
                Field(
                    "day",
                    Text(lv: "Datums", en: "Day")[request.language],
                    .date(value: texts["day"] ?? ""),
                    error: error("day")
                )
            ),
            .field(
                Field(
                    "participants",
                    Text(lv: "Dalībnieku skaits", en: "Number of participants")[request.language],
                    .number(value: texts["participants"] ?? ""),
                    error: error("participants"),
                    isOptional: true
                )
            ),
            .field(
                Field(
                    "name",
                    Text(lv: "Nosaukums", en: "Name")[request.language],
                    .text(value: texts["name"] ?? ""),
                    isOptional: true
                )
            ),
            .field(
                Field(
                    "sheet",
                    Text(lv: "Kur glabājas reģistrācijas lapa", en: "Where the registration sheet is kept")[
                        request.language
                    ],
                    .text(value: texts["sheet"] ?? ""),
                    isOptional: true
                )
            ),
        ]
    }
}

extension PlanEvent {
    /// What its history keeps.
    var texts: EditTexts {
        [
            "day": EditTexts.day(day), "name": name, "institution": String(institution.rawValue),
            "participants": participants.map(String.init) ?? "", "sheet": sheet,
            "body": body?.code ?? "", "undone": isUndone ? "1" : "0",
        ]
    }
}
