import Frame
import Kernel
import Pages
import Storage

/// The search; what stands in its address looks for no persons.
///
/// Addresses are kept by browsers and servers, so names of persons and personal codes are looked for by
/// ``SearchAction``.
struct SearchPage: Page {
    let method = PageMethod.get
    let path = "/search"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    static let title = Text(lv: "Meklēt", en: "Search")

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let text = request.query["q"] ?? ""
        let answer = try await desk.database.data.read { connection in
            try RegistrySearch(desk: desk, connection: connection, language: request.language)
                .answer(text, persons: false)
        }
        return .page(SearchView(text: text, answer: answer, persons: false, request: request).content())
    }
}

/// The search for everything that the asker may see.
struct SearchAction: Page {
    let method = PageMethod.post
    let path = "/search"
    let permission = Permission.readFigures
    let scope = PageScope.anywhere

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let text = request.field("query")
        let answer = try await desk.database.data.read { connection in
            try RegistrySearch(desk: desk, connection: connection, language: request.language)
                .answer(text, persons: true)
        }
        return .page(SearchView(text: text, answer: answer, persons: true, request: request).content())
    }
}

/// The form of the search and what it found.
struct SearchView {
    let text: String
    let answer: SearchAnswer
    let persons: Bool
    let request: PageRequest

    private var language: Language { request.language }

    func content() -> PageContent {
        var content = PageContent(
            SearchPage.title,
            "\(PageHead(SearchPage.title[language]))<div data-arrows>\(form)\(notice)\(results)</div>",
            persons: answer.pupils
        )
        content.staff = answer.staff
        return content
    }

    private var form: Form {
        let hint = Text(
            lv:
                "Vārdu sākumi jebkurā secībā, ar garumzīmēm vai bez tām. Personas kodu raksta pilnībā.",
            en: "Beginnings of words in any order, with or without marks. A personal code is written in full."
        )
        let field = Field(
            "query",
            Text(
                lv: "Iestāde, klase, priekšmets, izglītojamais, darbinieks, atskaite vai lapa",
                en: "Institution, class, subject, pupil, member of staff, report or page"
            )[language],
            .text(value: text),
            hint: hint[language]
        )
        return Form(
            id: "find",
            language,
            action: "/search",
            csrf: request.formToken,
            parts: [.field(field)],
            buttons: [Button(SearchPage.title[language])]
        )
    }

    private var notice: HTML? {
        if answer.isCut {
            return Notice(
                .info,
                language,
                cut[language],
                more: Text(
                    lv: "Pierakstiet vēl kādu vārda daļu vai burtu.",
                    en: "Write one more part of the name, or another letter."
                )[language]
            ).html
        }
        guard !persons, !text.isEmpty else { return nil }
        return Notice(
            .info,
            language,
            Text(
                lv: "Personas šeit vēl nav meklētas.",
                en: "Persons have not been looked for yet."
            )[language],
            more: Text(
                lv: "Lai meklētu arī izglītojamos un darbiniekus, spiediet „Meklēt”.",
                en: "To look for pupils and staff as well, press “Search”."
            )[language]
        ).html
    }

    /// Why not all is shown: too much was found, or too many names begin alike to be looked through.
    private var cut: Text {
        guard answer.isFull else {
            return Text(
                lv: "Vārdu ar šādu sākumu ir ļoti daudz, tāpēc, iespējams, nav rādītas visas personas.",
                en: "Very many names begin like this, so that some persons may not be shown."
            )
        }
        return Text(
            lv: "Atradumu ir vairāk; rādīti pirmie \(SearchAnswer.most).",
            en: "There is more than is shown; these are the first \(SearchAnswer.most) results."
        )
    }

    private var results: HTML? {
        guard !text.isEmpty else { return nil }
        guard !answer.hits.isEmpty else { return nothing.html }
        let sections: [HTML] = SearchHit.Kind.allCases.compactMap { kind in
            let hits = answer.hits.filter { $0.kind == kind }
            return hits.isEmpty ? nil : Section(kind.words[language], table(kind, hits).html).html
        }
        return "\(sections)"
    }

    private var nothing: EmptyState {
        guard SearchWords(text).isEnough else {
            return EmptyState(
                Text(lv: "Par maz burtu", en: "Too few letters")[language],
                advice: Text(
                    lv: "Ierakstiet vismaz divus burtus vai ciparus.",
                    en: "Write at least two letters or digits."
                )[language]
            )
        }
        return EmptyState(
            Text(lv: "Nekas nav atrasts", en: "Nothing was found")[language],
            advice: Text(
                lv: "Meklē tikai to, ko atļauj jūsu loma. Pārbaudiet rakstību vai rakstiet īsāk.",
                en: "Only what your role allows is looked for. Check the spelling, or write less."
            )[language]
        )
    }

    private func table(_ kind: SearchHit.Kind, _ hits: [SearchHit]) -> DataTable {
        var table = DataTable(
            id: "found-\(kind.rawValue)",
            language,
            caption: kind.words[language],
            columns: [
                DataTable.Column(Text(lv: "Nosaukums", en: "Name")[language]),
                DataTable.Column(Text(lv: "Kur", en: "Where")[language]),
            ],
            rows: hits.map { hit in
                DataTable.Row([.words(hit.name), .words(hit.place)], address: hit.path.map { Address($0) })
            }
        )
        table.hidesCaption = true
        return table
    }
}
