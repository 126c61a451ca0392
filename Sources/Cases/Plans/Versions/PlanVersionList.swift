internal import Frame
internal import Kernel
internal import Pages

/// The versions of a plan and the changes of its measures behind each, every one to be read again.
struct PlanVersionList: Renderable {
    let view: PlanView

    private var data: PlanContent { view.data }

    /// What a version is called after so many changes of its measures: `2`, `2.3`.
    static func name(_ number: Int, _ ordinal: Int) -> String {
        ordinal > 0 ? "\(number).\(ordinal)" : String(number)
    }

    var html: HTML {
        let changes = Dictionary(grouping: data.steps.filter { $0.ordinal > 0 }, by: \.number)
        guard data.versions.count > 1 || !changes.isEmpty else { return "" }
        let items: [HTML] = data.versions.map { version in
            let later = changes[version.number] ?? []
            // With changes behind it, the version as it was saved is one of several states.
            let way = link(version.number, later.isEmpty ? nil : 0)
            let list: HTML? = later.isEmpty ? nil : "<ul>\(later.map { item($0) })</ul>"
            return "<li>\(way): \(view.format.moment(version.at)), \(version.who)\(list)</li>"
        }
        let title = view.text("Redakcijas", "Versions")
        return "<details><summary>\(title)</summary><ul>\(items)</ul></details>"
    }

    private func item(_ step: PlanStep) -> HTML {
        let words = step.change.words(data.choices, in: view.plan.kind, view.language)
        let way = link(step.number, step.ordinal)
        return "<li>\(way): \(view.format.moment(step.at)), \(step.who) – \(words)</li>"
    }

    private func link(_ number: Int, _ ordinal: Int?) -> Link {
        let name = PlanVersionList.name(number, ordinal ?? 0)
        let address = Address(view.address).adding("version", String(number))
        return Link(
            view.text("\(name). redakcija", "version \(name)"),
            ordinal.map { address.adding("step", String($0)) } ?? address
        )
    }
}
