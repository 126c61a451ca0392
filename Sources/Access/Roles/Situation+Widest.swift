internal import Kernel

extension Set<Situation> {
    /// The widest places alone: who holds a permission in the institution holds it in its classes.
    var widest: [Situation] {
        let classes: Set<Situation> = [.ownClass, .ownPupil, .otherPupil]
        let institution = classes.union([.ownInstitution, .otherClass])
        let everything = Set(Situation.allCases).subtracting([.own, .others])
        if isSuperset(of: everything) { return [.tenant] }
        for (place, parts) in [(Situation.ownInstitution, institution), (.ownClass, classes)]
        where isSuperset(of: parts) {
            let rest = subtracting(parts).union([place])
            return Situation.allCases.filter(rest.contains)
        }
        return Situation.allCases.filter { contains($0) }
    }
}

extension Situation {
    /// Where it is, in a word under a tick.
    var short: Text {
        switch self {
        case .tenant: Text(lv: "pārvaldē", en: "board")
        case .ownInstitution: Text(lv: "iestādē", en: "institution")
        case .ownClass: Text(lv: "klasē", en: "class")
        case .ownPupil: Text(lv: "izglītojamajam", en: "pupil")
        case .own: Text(lv: "sev", en: "oneself")
        case .otherInstitution, .otherClass, .foreignClass, .otherPupil, .foreignPupil, .others: words
        }
    }
}
