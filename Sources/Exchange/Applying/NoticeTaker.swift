import Frame
import Kernel
import Storage

/// Takes down whose facts and registers a batch changes, for rooms that keep answers of them.
final class NoticeTaker {
    private(set) var notice = ChangeNotice()
    private var table = ""
    private var last: (pupil: Int64, year: Int64) = (0, 0)

    /// A fact table as the taker sees it: where its rows name a pupil and a year.
    struct Columns {
        let pupil: Int
        let year: Int
        let table: String

        /// Nil where rows of the table are about no pupil in a year.
        init?(_ table: FactTable) {
            let columns = table.key + table.values
            guard let pupil = columns.firstIndex(of: Dimension.pupil.column),
                let year = columns.firstIndex(of: Dimension.year.column)
            else { return nil }
            self.pupil = pupil
            self.year = year
            self.table = table.name.text
        }
    }

    /// Takes down rows of facts; rows of one pupil and year come one after the other.
    func take(_ rows: FlatRows, _ columns: Columns?) {
        guard let columns else { return }
        if columns.table != table {
            table = columns.table
            last = (0, 0)
        }
        for row in 0..<rows.count {
            let (pupil, year) = (rows[row][columns.pupil], rows[row][columns.year])
            guard pupil != last.pupil || year != last.year else { continue }
            last = (pupil, year)
            notice.note(PupilID(rawValue: Int(pupil)), in: SchoolYear(Int(year)), of: columns.table)
        }
    }

    /// Takes down a row of a register by its key.
    func take(_ key: [Int], of table: RegisterTable) {
        guard let index = NoticeTaker.pupil(in: table), key.indices.contains(index) else { return }
        notice.note(PupilID(rawValue: key[index]))
    }

    /// Where the key of a register names a pupil whose place it decides: that of pupils, and those of a pupil's stays
    /// in institutions; nil for all others.
    static func pupil(in table: RegisterTable) -> Int? {
        let ofPupils = table.references.contains(Dimension.pupil.column)
        guard ofPupils || table.key.contains(Dimension.institution.column) else { return nil }
        return table.pupilPlace
    }
}
