package import Kernel
package import Storage

/// An end of keeping: which records of a kind go, and how many at once.
package struct KeepingEnd {
    /// Records whose time began before this day go.
    package let last: Day
    /// A query of pupils: what tells of them stays meanwhile.
    package let pupils: SQL
    /// So many go at most, the oldest first.
    package let most: Int
    /// Whose records they are, and today.
    package let desk: Desk
    /// The transaction in which they go.
    package let connection: Connection

    /// The end of what began before a day.
    package init(before last: Day, sparing pupils: SQL, most: Int, _ desk: Desk, _ connection: Connection) {
        self.last = last
        self.pupils = pupils
        self.most = most
        self.desk = desk
        self.connection = connection
    }

    /// Whose records they are.
    package var tenant: TenantID { desk.tenant }

    /// The school year of the day: records that are kept by school years go when all of theirs began before it.
    package var year: SchoolYear { SchoolYear(containing: last) }
}
