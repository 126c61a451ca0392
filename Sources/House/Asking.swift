package import Frame
package import Kernel
import Evidence
import Registry
import Storage

/// What a report is asked with, before names are looked up: from the command line or from an address.
package struct ReportRequest: Sendable {
    /// The full name: `attendance/statistics`.
    package var report: String
    /// The school year; nil takes the latest with data.
    package var year: SchoolYear?
    /// The term, 1 or 2.
    package var term: Int?
    /// An institution by registration number, name or id.
    package var institution: String?
    /// A class by name within the institution, or by id.
    package var classGroup: String?
    /// A subject by name or id.
    package var subject: String?

    /// A request.
    package init(_ report: String) {
        self.report = report
    }
}
