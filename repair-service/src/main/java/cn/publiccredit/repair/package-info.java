/** Credit repair after 国家发展改革委令第36号 and 国办发〔2025〕22号. */
@NullMarked
package cn.publiccredit.repair;

import org.jspecify.annotations.NullMarked;
