import Frame
import Kernel
import Pages
import Storage

/// The day of the meeting that a set is for, as forms ask for it.
enum SetDay {
    /// The day, or what is wrong with it; neither where nothing was typed.
    static func read(_ text: String) -> (day: Day?, error: Text?) {
        guard !text.isEmpty else { return (nil, nil) }
        do {
            return (try Parse.day(text), nil)
        } catch {
            return (nil, error.message + Text(same: " ") + error.advice)
        }
    }

    static func field(_ text: String, _ error: Text?, _ language: Language) -> Field {
        Field(
            "day",
            Text(lv: "Sanāksmes diena", en: "Day of the meeting")[language],
            .date(value: text),
            error: error?[language],
            isOptional: true
        )
    }
}

/// The name and the day of a set, to be changed.
struct SetNaming: Sendable {
    var name: NameForm
    var day: String
    var dayError: Text?

    init(_ set: ReportSet) {
        name = NameForm(set.name)
        day = set.day.map { Format(.lv).day($0) } ?? ""
    }

    var isGood: Bool { name.isGood && dayError == nil }

    /// The form; both languages of the name where others see the set or may come to see it.
    func form(_ set: ReportSet, isShareable: Bool, _ request: PageRequest) -> Form {
        let language = request.language
        let day = Form.Part.field(SetDay.field(self.day, dayError, language))
        return Form(
            id: "naming",
            language,
            action: "/sets/\(set.id)",
            csrf: request.formToken,
            parts: name.fields(nil, isShareable: isShareable || set.sharing != .own, language) + [day],
            buttons: [Button(Text(lv: "Saglabāt nosaukumu", en: "Save the name")[language], .second)]
        )
    }
}

/// Gives a set another name and day.
struct SetNameAction: Page {
    let method = PageMethod.post
    let path = "/sets/:set"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        var view = try await SetEditView.load(request, desk)
        let (day, error) = SetDay.read(request.field("day"))
        view.naming.name = NameForm(request)
        view.naming.day = request.field("day")
        view.naming.dayError = error
        guard view.naming.isGood else { return .page(view.content) }
        let (id, name) = (view.set.id, view.naming.name.name)
        try await desk.database.data.write { connection in
            let sets = ReportSets(desk: desk, connection: connection)
            try sets.change(try sets.kept(id).id, name: name, day: day)
        }
        return .redirect("/sets/\(id)", notice: Text(lv: "Saglabāts.", en: "Saved."))
    }
}
