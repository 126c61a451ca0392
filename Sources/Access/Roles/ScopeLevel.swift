package import Frame
package import Kernel

/// How narrow the scope is that a role is held for.
package enum ScopeLevel: String, Sendable, CaseIterable {
    /// The whole tenant.
    case tenant
    /// One institution.
    case institution
    /// One class.
    case classGroup = "class"
    /// One pupil: a case.
    case pupil

    /// What people call it.
    package var words: Text {
        switch self {
        case .tenant: Text(lv: "visa pārvalde", en: "the whole board")
        case .institution: Text(lv: "iestāde", en: "an institution")
        case .classGroup: Text(lv: "klase", en: "a class")
        case .pupil: Text(lv: "izglītojamais", en: "a pupil")
        }
    }
}

extension Scope {
    /// How narrow the scope is; nil for one's own, which no role is held for.
    package var level: ScopeLevel? {
        if owner != nil { return nil }
        if pupil != nil { return .pupil }
        if classGroup != nil { return .classGroup }
        return institution == nil ? .tenant : .institution
    }

    /// The scope that lies in both, or nil where they have nothing in common.
    package func intersection(_ other: Scope) -> Scope? {
        if covers(other) { return other }
        return other.covers(self) ? self : nil
    }

    /// The scope as a form or a command carries it: `tenant`, `12`, `12/5`, `12/5/77`.
    package var code: String {
        let path = [institution?.rawValue, classGroup?.rawValue, pupil?.rawValue]
        guard let last = path.lastIndex(where: { $0 != nil }) else { return "tenant" }
        return path[...last].map { String($0 ?? 0) }.joined(separator: "/")
    }

    /// Reads the form of ``code``; nil where it is none.
    package init?(code: String) {
        self.init()
        if code == "tenant" { return }
        let parts = code.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        let ids = parts.compactMap { $0 }
        guard (1...3).contains(ids.count), ids.count == parts.count, let last = ids.last, last > 0 else {
            return nil
        }
        guard ids.allSatisfy({ $0 >= 0 }) else { return nil }
        institution = ids[0] > 0 ? InstitutionID(rawValue: ids[0]) : nil
        if ids.count > 1, ids[1] > 0 { classGroup = ClassID(rawValue: ids[1]) }
        if ids.count > 2 { pupil = PupilID(rawValue: ids[2]) }
    }
}
