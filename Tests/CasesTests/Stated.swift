/// The rules of who sees what of a case, stated a second time and without the gate's own types.
enum Stated {
    /// Where a role is held, seen from the case: for its pupil, for another class or pupil of its institution, elsewhere.
    enum Post: CaseIterable {
        case here, beside, elsewhere
    }

    /// What decides: who asks, the row of the case, the row of the place in it.
    struct Facts {
        let role: String
        let post: Post
        let isOwner: Bool
        let views: Bool
        let state: Int
        /// 0 no place, 1 invited, 2 accepted, 3 declined, 4 handed over, 5 revoked, 6 left.
        let place: Int
        let body: Int
        let level: Int
        let parts: Int
        let isInDate: Bool
    }

    /// How many answers there are.
    static let count = 11

    /// What may be done, in the order: know, purpose, basics, plan, team note, restricted note, author's note of
    /// somebody else, own author's note, write, write plans, manage.
    static func allowed(_ facts: Facts) -> [Bool] {
        let nothing = [Bool](repeating: false, count: count)
        let takers = [
            "social-pedagogue", "support-specialist", "head", "deputy", "class-teacher", "pmp-coordinator",
            "outside-worker", "partner",
        ]
        if facts.views || !takers.contains(facts.role) { return nothing }
        let isInside = facts.role != "outside-worker" && facts.role != "partner"
        let reaches = isInside && facts.post == .here
        let leads = reaches && (facts.role == "head" || facts.role == "pmp-coordinator")
        let owns = reaches && facts.isOwner
        // A place is for as long as the role that it was given for: in the school for those who work there, be it with
        // another class since; for others where they may be asked into this case.
        let isStaff = isInside && facts.post != .elsewhere
        let fills = facts.body == 1 ? isStaff : facts.post == .here
        let sits = facts.place == 2 && facts.isInDate && fills
        let waits = facts.place == 1 && facts.isInDate && fills
        let inCase = leads || owns || sits
        if !inCase && !waits && !reaches { return nothing }
        let isOpen = facts.state < 6
        let ofSchool = sits && facts.body == 1
        let plan = leads || owns || ofSchool || (sits && facts.parts >= 2)
        let notes = leads || owns || ofSchool || (sits && facts.parts % 2 == 1)
        let restricted = leads || owns || (ofSchool && facts.level == 2)
        // The purpose in the tests' rows is the asker's own.
        let purpose = inCase || waits
        return [
            true, purpose, inCase, plan, notes, restricted, leads, inCase, inCase && isOpen,
            isOpen && (leads || owns || ofSchool), leads || owns,
        ]
    }
}
