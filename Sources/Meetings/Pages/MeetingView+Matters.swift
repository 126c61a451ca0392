internal import Access
internal import Cases
internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry

/// What is said beside the pupils, and additions to approved minutes.
extension MeetingView {
    var general: HTML? {
        guard meeting.state == .held || meeting.state == .approved else { return nil }
        let words: HTML = data.general.isEmpty ? "" : "<p class=\"lines\">\(data.general)</p>"
        let added: [HTML] = data.additions.map {
            "<li><p>\($0.text)</p><p class=\"quiet\">\(format.day($0.day)) · \($0.who)</p></li>"
        }
        let list: HTML? =
            added.isEmpty ? nil : "<h3>\(text("Papildinājumi", "Additions"))</h3><ul>\(added)</ul>"
        var form: HTML?
        if data.key.manages, meeting.state == .held {
            form = pieces.folded(
                "general",
                text("Pierakstīt citus jautājumus", "Write down other matters"),
                address + "/general",
                [
                    version,
                    .field(
                        Field(
                            "text",
                            text("Citi jautājumi", "Other matters"),
                            .area(value: pieces.typed("general", "text") ?? data.general, rows: 5),
                            hint: text(
                                "To redz visi dalībnieki. Par izglītojamajiem rakstiet viņu lapās.",
                                "All participants see it. What is about pupils belongs to their own pages."
                            ),
                            isOptional: true
                        )
                    ),
                ],
                text("Saglabāt", "Save")
            )
        } else if data.key.manages {
            form = pieces.folded(
                "addition",
                text("Pievienot papildinājumu", "Write an addition"),
                address + "/additions",
                [
                    .field(
                        Field(
                            "text",
                            text("Papildinājums", "Addition"),
                            .area(value: pieces.typed("addition", "text") ?? "", rows: 3),
                            error: pieces.error("addition", "text")
                        )
                    )
                ],
                text("Pievienot", "Add")
            )
        }
        let none: HTML? =
            data.general.isEmpty && added.isEmpty
            ? "<p class=\"quiet\">\(text("Nav pierakstīts.", "Nothing is written."))</p>" : nil
        return Section(
            text("Citi jautājumi", "Other matters"),
            id: "other-matters",
            "\(words)\(none)\(list)\(form)"
        ).html
    }
}
