import Storage

// Typed ids: 64-bit numbers from a counter per tenant and kind, handed out in blocks; 0 means "none" in a key.

/// One data controller: an education board, or a school on its own.
package struct TenantID: IntegerID {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
}

/// A municipality as it was in some period.
package struct TerritoryID: IntegerID {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
}

/// An educational institution (izglītības iestāde).
package struct InstitutionID: IntegerID {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
}

/// An education programme of an institution.
package struct ProgrammeID: IntegerID {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
}

/// A class of one school year (klase).
package struct ClassID: IntegerID {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
}

/// A teaching group: a class, part of one, or pupils of several.
package struct GroupID: IntegerID {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
}

/// A pupil (izglītojamais).
package struct PupilID: IntegerID {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
}

/// A member of an institution's staff.
package struct StaffID: IntegerID {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
}

/// A subject (mācību priekšmets).
package struct SubjectID: IntegerID {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
}

/// A person's login.
package struct AccountID: IntegerID {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
}

/// One applied import.
package struct BatchID: IntegerID {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
}
