package import Frame
internal import Kernel
package import Pages

/// Asks what a file with many persons is needed for.
package struct ExportForm {
    private let ceiling: Int
    private let request: PageRequest
    private let action: Address
    private let crumbs: [PageContent.Crumb]
    private let isAgain: Bool

    /// A form; `isAgain` where what was written does not say what the file is for.
    package init(
        ceiling: Int,
        _ request: PageRequest,
        to action: Address,
        crumbs: [PageContent.Crumb],
        isAgain: Bool = false
    ) {
        self.ceiling = ceiling
        self.request = request
        self.action = action
        self.crumbs = crumbs
        self.isAgain = isAgain
    }

    private static let title = Text(lv: "Eksports ar personas datiem", en: "An export with data of persons")

    private static let again = Text(
        lv: "Uzrakstiet nolūku vismaz dažos vārdos.",
        en: "Write what it is for, in a few words at least."
    )

    /// The page.
    package var content: PageContent {
        let language = request.language
        let words = Text(
            lv: """
                Šajā failā būtu vairāk nekā \(ceiling) personu dati. Norādiet nolūku; eksportu apstiprinās otrs \
                cilvēks, un pēc tam failu varēs lejupielādēt 24 stundas.
                """,
            en: """
                This file would hold the data of more than \(ceiling) persons. Say what it is needed for; a second \
                person will approve it, and the file can then be downloaded for 24 hours.
                """
        )
        let reason = Field(
            "reason",
            Text(lv: "Kādam nolūkam", en: "What for")[language],
            .area(value: request.field("reason"), rows: 3),
            error: isAgain ? ExportForm.again[language] : nil
        )
        let form = Form(
            id: "export",
            language,
            action: action,
            csrf: request.formToken,
            parts: [.field(reason)],
            buttons: [Button(Text(lv: "Lūgt apstiprinājumu", en: "Ask for approval")[language])]
        )
        let head = PageHead(ExportForm.title[language])
        return PageContent(
            ExportForm.title,
            "\(head)<p>\(words[language])</p>\(form)",
            crumbs: crumbs,
            status: isAgain ? 422 : 200
        )
    }
}
