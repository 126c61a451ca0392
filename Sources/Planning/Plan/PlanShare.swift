internal import Frame
internal import Kernel

/// What of a programme is one institution's to do: by the bodies that the document names, or all of its own plan.
struct PlanShare: Sendable {
    let plan: Plan
    let institution: InstitutionID
    private let keys: Set<String>

    /// The part of an institution by its name; a document may name it by the name of the registry, by that of a body that
    /// stands for it, or mean it by every institution.
    init(_ plan: Plan, _ institution: InstitutionID, named name: String) {
        self.plan = plan
        self.institution = institution
        let bodies = plan.parties.filter { party in
            party.kind == .everyInstitution || (party.kind == .institution && party.member == institution)
        }
        keys = Set((bodies.map(\.name) + [name]).map(LatvianKey.search))
    }

    private var isOwn: Bool { plan.programme.institution == institution }

    /// Whether a list of bodies names the institution.
    func isNamed(in list: String) -> Bool {
        Plan.names(list).contains { keys.contains(LatvianKey.search($0)) }
    }

    /// Activities that it answers for.
    var led: [Activity] { plan.activities.filter { isOwn || isNamed(in: $0.responsible) } }

    /// Activities of others that it takes part in.
    var joined: [Activity] {
        plan.activities.filter { !isOwn && !isNamed(in: $0.responsible) && isNamed(in: $0.involved) }
    }

    /// Its tasks that are not over.
    var tasks: [WorkTask] {
        plan.tasks.filter { !$0.state.isSettled && (isOwn || isNamed(in: $0.doer)) }
    }

    /// Counters of what each institution has to hold, where it is one of them.
    func counters(_ counting: Counting) -> [Counter] {
        plan.activities.flatMap { counting.counters($0) }.filter { $0.institutions.contains(institution) }
    }

    /// Whether something late is the institution's; what only those who edit a programme can do is theirs.
    func concerns(_ item: LateItem) -> Bool {
        guard !isOwn else { return true }
        return switch item.kind {
        case .task, .outcome: isNamed(in: item.who)
        case .events: isNamed(in: item.who) || isAskedOfEach(item.part)
        case .baseline, .value, .step: false
        }
    }

    private func isAskedOfEach(_ activity: Int) -> Bool {
        plan.recurrences.contains { $0.activity == activity && $0.inEach }
    }
}
