package io.openrcm.security.sealing.columns;

import io.openrcm.security.sealing.BlindIndex;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.usertype.UserType;
import org.jspecify.annotations.Nullable;

/** Between a column and {@link BlindIndexed}: the hash is made at the moment of writing, with the key that is the primary one then. */
public final class BlindIndexedType implements UserType<BlindIndexed> {

    @Override
    public int getSqlType() {
        return Types.VARBINARY;
    }

    @Override
    public Class<BlindIndexed> returnedClass() {
        return BlindIndexed.class;
    }

    @Override
    public @Nullable BlindIndexed nullSafeGet(ResultSet row, int position, WrapperOptions options) throws SQLException {
        byte[] bytes = row.getBytes(position);
        return bytes == null ? null : BlindIndexed.of(bytes);
    }

    @Override
    public void nullSafeSet(
            PreparedStatement statement, @Nullable BlindIndexed value, int position, WrapperOptions options)
            throws SQLException {
        if (value == null) {
            statement.setNull(position, Types.VARBINARY);
        } else {
            statement.setBytes(position, value.bytes(Keys.bean(BlindIndex.class)));
        }
    }

    /** Its content never changes, so a copy would be the same. */
    @Override
    public BlindIndexed deepCopy(BlindIndexed value) {
        return value;
    }

    @Override
    public boolean isMutable() {
        return false;
    }
}
