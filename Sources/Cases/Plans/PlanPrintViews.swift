internal import Frame
internal import Kernel
internal import Pages
internal import Prevention
internal import Registry

/// The print of a plan for the family.
///
/// It has the parts that say they are for the family: risks, economic support, the group of pupils, grounds of a decision
/// and assessments are none of them.
struct PlanFamilyView: Renderable {
    let view: PlanView

    var html: HTML {
        let parts = view.plan.kind.parts.filter { $0.isForFamily }
        var facts = PlanPrint.facts(view)
        let made = HTML(text: view.format.day(view.plan.made))
        facts.append((name: view.text("Izstrādāts", "Made on"), value: made))
        for part in parts { facts += part.facts(view) }
        let list = DefinitionList(facts)
        let said = parts.compactMap { $0.html(view) }
        let measures = PlanPrint.table(view.data.measures, view)
        let head = PlanPrint.head(view, view.text("ģimenei", "for the family"))
        return "\(head)\(list)\(said)\(measures)\(view.signatures)"
    }
}

/// The print of a plan for one who gives measures.
struct PlanOwnView: Renderable {
    let view: PlanView

    var html: HTML {
        let own = PlanProvider.measures(view)
        guard let first = own.first else { return choice }
        let provider = PlanProvider(first)
        // Of another body all is shown that the body gives, by whomever.
        let isOne = own.allSatisfy { PlanProvider($0) == provider }
        let name = isOne ? provider.words(view.language) : provider.body.words.capitalised[view.language]
        let list = DefinitionList(PlanPrint.facts(view))
        return "\(PlanPrint.head(view, name))\(list)\(PlanPrint.table(own, view))"
    }

    /// Whose measures may be printed, for whoever has not said.
    private var choice: HTML {
        let head = PlanPrint.head(view)
        let links = PlanProvider.links(view)
        guard !links.isEmpty else {
            let none = view.text("Pasākumu nav.", "There are no measures.")
            return "\(head)<p class=\"quiet\">\(none)</p>"
        }
        let title = view.text("Kam drukāt", "For whom it is printed")
        let items: [HTML] = links.map { "<li>\($0)</li>" }
        return "\(head)\(Section(title, "<ul>\(items)</ul>"))"
    }
}

/// Who gives measures of a plan: a name and the body that it belongs to.
struct PlanProvider: Hashable {
    let body: CaseBody
    let name: String

    init(_ measure: PlanMeasure) {
        body = measure.body
        name = measure.provider
    }

    /// The measures that somebody may print as a provider's own: another body those it gives itself, who works on the case
    /// for the institution those of the provider whose measure the address names.
    static func measures(_ view: PlanView) -> [PlanMeasure] {
        let all = view.data.measures
        guard view.data.key.isOfSchool else {
            guard case .member(let body, _, _) = view.data.key.standing else { return [] }
            return all.filter { $0.body == body }
        }
        let named = view.request.query["measure"].flatMap { Int($0) }
        guard let one = all.first(where: { $0.id == named }) else { return [] }
        return all.filter { PlanProvider($0) == PlanProvider(one) }
    }

    /// A link to the print of each provider; none for another body, which has its own alone.
    static func links(_ view: PlanView) -> [Link] {
        guard view.data.key.isOfSchool else { return [] }
        var seen: Set<PlanProvider> = []
        return view.data.measures.filter { seen.insert(PlanProvider($0)).inserted }.map { measure in
            let address = Address(view.address + "/own").adding("measure", String(measure.id))
            return Link(PlanProvider(measure).words(view.language), address)
        }
    }

    func words(_ language: Language) -> String {
        name.isEmpty ? body.words.capitalised[language] : "\(name) (\(body.words[language]))"
    }
}

/// The ways from the page of a plan to its prints for others than the team.
struct PlanPrintLinks: Renderable {
    let view: PlanView

    var html: HTML {
        // An earlier version is printed as it was, for those who were shown it then.
        guard view.data.isPresent else { return "" }
        var links: [Link] = []
        if view.data.key.isOfSchool {
            let family = view.text("ģimenei", "for the family")
            links.append(Link(family, Address(view.address + "/family")))
            links += PlanProvider.links(view)
        } else if !PlanProvider.measures(view).isEmpty {
            let own = view.text("savi pasākumi", "own measures")
            links.append(Link(own, Address(view.address + "/own")))
        }
        guard !links.isEmpty else { return "" }
        let items: [HTML] = links.enumerated().map { place, link in place == 0 ? link.html : "; \(link)" }
        let title = view.text("Izdrukas citiem", "Prints for others")
        return "<p class=\"screen-only\">\(title): \(items)</p>"
    }
}
