import Kernel
import Pages

extension Samples {
    static let options = [Option("1", attack, hint: attack), Option("2", "b")]

    static func form(_ language: Language) -> Form {
        var form = Form(
            language,
            action: "/form",
            csrf: attack,
            parts: [
                .hidden(name: "h", value: attack),
                .field(Field("text", attack, .text(value: attack), hint: attack, error: attack)),
                .field(Field("number", "N", .number(value: "1"), isOptional: true)),
                .field(Field("day", "D", .date(value: ""))),
                .field(Field("mail", "M", .email(value: ""), autocomplete: "email")),
                .field(Field("word", "P", .password, autocomplete: "current-password")),
                .field(Field("code", "C", .code, autocomplete: "one-time-code")),
                .field(Field("area", "A", .area(value: attack, rows: 3))),
                .field(Field("select", "S", .select(options, chosen: nil))),
                .field(Field("radio", "R", .radios(options, chosen: "2"), error: attack)),
                .set(
                    legend: attack,
                    hint: attack,
                    [
                        Field("check", "K", .checkboxes(options, chosen: ["1"])),
                        Field("file", "F", .file(accept: ".csv")),
                    ]
                ),
                .folded(
                    summary: attack,
                    isOpen: true,
                    [.field(Field("folded", "L", .text(value: ""), error: attack))]
                ),
                .markup("<hr>"),
            ],
            buttons: [Button(attack), Button("B", .warning, field: ("do", attack))],
            cancel: "/back"
        )
        form.errors = [attack]
        return form
    }

    static func forms(_ language: Language) -> [(name: String, html: HTML)] {
        [
            ("Form", form(language).html),
            (
                "FilterBar",
                FilterBar(
                    language,
                    action: "/list",
                    choices: [.init("year", attack, options, chosen: "2")],
                    keeping: [("sort", attack)],
                    clear: "/list"
                ).html
            ),
            (
                "Confirm",
                Confirm(
                    attack,
                    lede: attack,
                    facts: DefinitionList([("a", "b")]),
                    form: Form(
                        id: "undo",
                        language,
                        action: "/undo",
                        csrf: "t",
                        parts: [.hidden(name: "batch", value: "1")],
                        buttons: [Button("U", .warning)],
                        cancel: "/back"
                    )
                ).html
            ),
        ]
    }

    static func tables(_ language: Language) -> [(name: String, html: HTML)] {
        var table = DataTable(
            id: "rows",
            language,
            caption: attack,
            columns: [
                .init(attack, sort: .init("?sort=a", order: .ascending)),
                .init("N", .number, isOptional: true),
                .init("B", .bar), .init("S", .spark),
            ],
            groups: [
                .init(
                    attack,
                    [
                        .init(
                            [
                                .words(attack, note: attack), .suppressed,
                                .number("7", .bar([(3, .illness), (4, .excused)], full: 10)),
                                .number("6", .spark([40, nil, 60], within: 40...80)),
                            ],
                            address: "/row/1"
                        ),
                        .init([
                            .words("b", needsAttention: true), .notApplicable, .noData, .markup("<em>m</em>"),
                        ]),
                    ]
                )
            ]
        )
        table.totals = [.init(["Σ", "1", "2", .empty])]
        table.notes = [attack]
        table.key = [.init(.illness, attack)]
        table.downloads = [Link("CSV", "/a.csv")]
        table.hasTools = true
        table.pagination = Pagination(language, page: 2, of: 3, words: attack) { "/rows?page=\($0)" }
        return [("DataTable", table.html)]
    }
}
