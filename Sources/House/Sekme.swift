import Access
import Attainment
import Attendance
import Evidence
import Exchange
package import Frame
import Registry

/// The rooms of the house, in the order of the navigation.
package let sekme = HouseBook([
    accessRoom, evidenceRoom, registryRoom, exchangeRoom, attainmentRoom, attendanceRoom,
])
