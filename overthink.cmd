@echo off
rem Starts Overthink on Windows, and first builds it when there is no build. After a change of the sources: overthink.cmd --build
rem No block in parentheses holds arguments: one of these may hold a parenthesis.
setlocal
set "jar="
set "root=%~dp0"
set "app=%root%scenarios\target\quick"

set "java="
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%j in (java.exe) do set "java=%%~$PATH:j"
if not defined java goto nojava
"%java%" -version >nul 2>&1
if errorlevel 1 goto nojava

rem What was unpacked from a distribution is built already.
if exist "%root%app\overthink.jar" set "app=%root%app"
if exist "%root%app\overthink.jar" set "jar=%root%app\overthink.jar"
if defined jar goto start
if "%~1"=="--build" goto build
if exist "%app%\overthink-scenarios-*.jar" goto start

:build
where mvn >nul 2>&1
if errorlevel 1 goto nomaven
echo overthink: building 1>&2
pushd "%root%"
call mvn -B -q -Dquick -pl scenarios -am package 1>&2
if errorlevel 1 goto broken
popd
if "%~1"=="--build" exit /b 0

:start
if not defined jar for %%j in ("%app%\overthink-scenarios-*.jar") do set "jar=%%~fj"
set "options=-XX:+UseSerialGC -XX:-UsePerfData -Dfile.encoding=UTF-8"

rem Plugins are met on the module path, where they cannot reach behind what core exports.
:look
if [%1]==[] goto classes
set "argument=%~1"
if "%argument%"=="--plugins" goto modules
if "%argument%"=="check" goto modules
if "%argument:~0,10%"=="--plugins=" goto modules
shift
goto look

:classes
"%java%" %options% "-Doverthink.scenarios=%root%scenarios" -cp "%jar%" overthink.scenarios.command.Main %*
exit /b %errorlevel%

:modules
"%java%" %options% "-Doverthink.scenarios=%root%scenarios" -p "%jar%;%app%\lib" -m overthink.scenarios/overthink.scenarios.command.Main %*
exit /b %errorlevel%

:nojava
if defined JAVA_HOME goto wronghome
echo overthink: no java on the PATH. Install a JDK, version 17 or newer, or set JAVA_HOME. 1>&2
exit /b 1

:wronghome
echo overthink: JAVA_HOME is "%JAVA_HOME%", where there is no bin\java.exe that starts. Correct it, or unset it to use the java on the PATH. 1>&2
exit /b 1

:nomaven
echo overthink: Maven (mvn) is not on the PATH. Version 3.8 or newer is needed to build Overthink. 1>&2
exit /b 1

:broken
popd
echo overthink: the build failed, see above. 1>&2
exit /b 1
