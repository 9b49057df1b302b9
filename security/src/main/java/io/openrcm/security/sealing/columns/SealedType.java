package io.openrcm.security.sealing.columns;

import io.openrcm.security.sealing.FieldSealer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.usertype.UserType;
import org.jspecify.annotations.Nullable;

/** Between a column and {@link Sealed}: seals at the moment of writing, so that every way of writing an entity does. */
public final class SealedType implements UserType<Sealed> {

    @Override
    public int getSqlType() {
        return Types.VARBINARY;
    }

    @Override
    public Class<Sealed> returnedClass() {
        return Sealed.class;
    }

    @Override
    public @Nullable Sealed nullSafeGet(ResultSet row, int position, WrapperOptions options) throws SQLException {
        byte[] bytes = row.getBytes(position);
        return bytes == null ? null : Sealed.read(bytes, Keys.bean(FieldSealer.class));
    }

    @Override
    public void nullSafeSet(PreparedStatement statement, @Nullable Sealed value, int position, WrapperOptions options)
            throws SQLException {
        if (value == null) {
            statement.setNull(position, Types.VARBINARY);
        } else {
            statement.setBytes(position, value.bytes(Keys.bean(FieldSealer.class)));
        }
    }

    /** Its content never changes, so a copy would be the same. */
    @Override
    public Sealed deepCopy(Sealed value) {
        return value;
    }

    @Override
    public boolean isMutable() {
        return false;
    }
}
