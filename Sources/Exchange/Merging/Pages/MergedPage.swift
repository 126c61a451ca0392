import Frame
import Kernel
import Pages
import Registry

/// One joining: what was moved, and the way to part the two again.
struct MergedPage: Page {
    let method = PageMethod.get
    let path = "/merged/:merge"
    let permission = Permission.mergePupils
    let scope = PageScope.tenant

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let found = try await Duplicates(desk).joined(try request.number("merge"))
        let (merge, language, format) = (found.merge, request.language, Format(request.language))
        func words(_ lv: String, _ en: String) -> String { Text(lv: lv, en: en)[language] }
        let title = Text(lv: "Apvienošana Nr. \(merge.id)", en: "Joining no. \(merge.id)")
        let link = Link(found.pupil, "/pupils/\(merge.pupil.rawValue)")
        var facts: [(name: String, value: HTML)] = [
            (words("Izglītojamais", "Pupil"), "\(link) (\(merge.pupil.rawValue))"),
            (words("Pievienotais numurs", "Number joined"), "\(merge.other.rawValue), \(found.other)"),
            (words("Apvienoja", "Joined by"), "\(merge.account), \(format.moment(merge.at))"),
            (words("Pārvietoti ieraksti", "Records moved"), "\(format.integer(merge.moved))"),
            (words("Atlikti ieraksti", "Records put aside"), "\(format.integer(merge.aside))"),
        ]
        if let undone = merge.undoneAt {
            facts.append((words("Atdalīja", "Parted by"), "\(merge.undoneBy), \(format.moment(undone))"))
        }
        if let ended = merge.ended {
            facts.append((words("Vairs nav atdalāmi kopš", "Cannot be parted since"), "\(format.day(ended))"))
        }
        let body: HTML = "\(PageHead(title[language]))\(DefinitionList(facts))\(form(merge, request))"
        return .page(
            PageContent(
                title,
                body,
                crumbs: [DuplicatesPage.crumb],
                persons: [merge.pupil, merge.other]
            )
        )
    }

    private func form(_ merge: PupilMerge, _ request: PageRequest) -> HTML? {
        guard merge.canBeUndone else { return nil }
        let language = request.language
        let hint = Text(
            lv: """
                Pēc atdalīšanas viss pārvietotais ir tur un tāds, kur un kāds tas bija iepriekš; kas pievienots vēlāk, paliek pie saglabātā numura.
                """,
            en: """
                When they are parted, everything that was moved goes back as it was; what came since stays with the \
                number that counts.
                """
        )
        let form = Form(
            id: "part",
            language,
            action: "/merged/\(merge.id)/part",
            csrf: request.formToken,
            parts: [.markup("<p class=\"hint\">\(hint, language)</p>")],
            buttons: [Button(Text(lv: "Atdalīt", en: "Part them")[language], .warning)]
        )
        return form.html
    }
}

/// Parts the two.
struct PartAction: Page {
    let method = PageMethod.post
    let path = "/merged/:merge/part"
    let permission = Permission.mergePupils
    let scope = PageScope.tenant

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = try request.number("merge")
        try await PupilUnmergeRun(desk, id).run()
        return .redirect(
            "/merged/\(id)",
            notice: Text(lv: "Izglītojamie atdalīti.", en: "The pupils were parted.")
        )
    }
}
