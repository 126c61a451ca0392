internal import Frame
internal import Kernel

/// Which activities name a body.
///
/// Programmes name bodies in the words of their document, so words are all there is to go by: a name among those that
/// answer or take part is a body's where words of it begin as the body's do, one after the other. A name that the
/// programme leads to institutions of the registry is nobody else's. Another body than those of the list has no words of
/// its own, so nothing names it.
enum BodyNames {
    /// How the words of a body's name begin, without Latvian marks.
    private static func beginnings(_ body: CaseBody) -> [String] {
        switch body {
        case .social: ["social", "dienest"]
        case .court: ["barinties"]
        case .police: ["polic"]
        case .youth: ["jaunie", "centr"]
        case .support: ["atbalst", "centr"]
        case .school, .other: []
        }
    }

    /// Whether a body can be told by its name.
    static func knows(_ body: CaseBody) -> Bool { !beginnings(body).isEmpty }

    /// Whether a name is a body's.
    static func means(_ name: String, _ body: CaseBody) -> Bool {
        var rest = beginnings(body)[...]
        guard !rest.isEmpty else { return false }
        for word in LatvianKey.search(name).split(separator: " ") {
            if let next = rest.first, word.hasPrefix(next) { rest.removeFirst() }
        }
        return rest.isEmpty
    }

    /// Whether an activity of a programme names a body among those that answer for it or take part.
    static func name(_ body: CaseBody, in activity: Activity, of plan: Plan) -> Bool {
        let institutions = Set(plan.parties.filter { $0.kind != .other }.map { LatvianKey.search($0.name) })
        return (Plan.names(activity.responsible) + Plan.names(activity.involved)).contains { name in
            means(name, body) && !institutions.contains(LatvianKey.search(name))
        }
    }
}
