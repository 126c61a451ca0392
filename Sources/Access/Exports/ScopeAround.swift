package import Frame

extension Scope {
    /// The narrowest scope that holds all of several; the whole tenant where they have nothing in common, or there are none.
    package static func around(_ scopes: [Scope]) -> Scope {
        guard let first = scopes.first else { return .tenant }
        if scopes.allSatisfy({ $0 == first }) { return first }
        guard let institution = first.institution,
            scopes.allSatisfy({ $0.institution == institution && $0.owner == nil })
        else { return .tenant }
        guard let classGroup = first.classGroup, scopes.allSatisfy({ $0.classGroup == classGroup }) else {
            return Scope(institution: institution)
        }
        return Scope(institution: institution, classGroup: classGroup)
    }
}
