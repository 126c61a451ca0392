/// The rules of who sees what of a case, stated a second time and without the gate's own types.
enum Stated {
    /// What decides: who asks, the row of the case, the row of the place in it.
    struct Facts {
        let role: String
        let isOfSchool: Bool
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
        let reaches = isInside && facts.isOfSchool
        let leads = reaches && (facts.role == "head" || facts.role == "pmp-coordinator")
        let owns = reaches && facts.isOwner
        let sits = facts.place == 2 && facts.isInDate
        let waits = facts.place == 1 && facts.isInDate
        let inCase = leads || owns || sits
        if !inCase && !waits && !reaches { return nothing }
        let isOpen = facts.state < 6
        // Whoever works for no school takes part for none, whatever the invitation says.
        let ofSchool = sits && facts.body == 1 && isInside
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
