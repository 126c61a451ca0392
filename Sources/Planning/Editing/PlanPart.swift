internal import Kernel

/// A part of a programme with a number and a page of its own.
protocol PlanPart: PlanEdited {
    /// What stands in addresses: `tasks`.
    static var address: String { get }
    /// What a new one is called.
    static var new: Text { get }
    var id: Int { get }
    var plan: Int { get }
    var name: String { get }
    var number: String { get }
    /// A new part with what an address says of it.
    static func make(_ id: Int, _ plan: Plan, parent: Int) -> Self
    /// The page that shows it.
    var home: String { get }
}

extension PlanPart {
    /// Most parts are shown on the page of the programme.
    var home: String { "/planning/\(plan)" }
    /// The page on which a part is edited.
    static func page(_ id: Int) -> String { "/planning/\(address)/\(id)/edit" }
}
